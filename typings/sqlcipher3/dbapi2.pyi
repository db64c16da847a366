# The package is a build of Python's own sqlite3 with SQLCipher inside: same names, same types.
from sqlite3.dbapi2 import *

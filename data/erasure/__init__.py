"""Taking people out of everything that is kept: the database, its journal, copies and texts."""

"""What the teacher has on paper and in spreadsheets when she comes to Rondo."""

# Copied from a register: tabs, a title, headings, remarks nobody asked for, a row without a first
# name, one name in a single cell, letters that a wrong code page broke, a boy who is listed twice
# and a total.
CLASS_LIST = """\
Class 4B\t\t\t
Surname\tForename\tDOB\tSupport
Okafor\tAmara\t2016-10-14\t
Vogt\tAnneliese-Marie\t2016-09-02\t
Whitaker\tBen\t2016-11-03\t
Nwosu\tChidi\t2017-01-30\t
Akhmetov\tDaniyar\t2016-12-08\tSEN K
Yılmaz\tElif\t2017-02-11\tEAL
Al-Sayed\tFatima\t2017-03-19\tEAL
O’Brien\tFinn\t2016-10-01\t
Mbeki\tGrace\t2017-05-23\t
Sato\tHana\t2016-11-27\t
García\t\t2016-10-30\tSEN K
Murray\tIsla\t2017-04-04\t
Park\tJun\t2016-12-21\t
Asante\tKofi\t2017-06-16\t
Haddad\tLeila\t2016-09-28\t
FernÃ¡ndez\tLucÃ­a\t2017-01-22\t
Lindqvist\tMaya\t2016-12-19\t
Patel\tMaya\t2017-02-08\t
العلي\tمحمد\t2017-03-11\tEAL
Petrov\tNikolai\t2016-10-25\t
Rahman\tNoor\t2017-07-02\t
Adeyemi\tOluwaseun\t2016-11-15\t
Iyer\tPriya\t2017-02-27\t
Rossi, Sofia\t\t2016-09-27\t
Walker\tTane\t2017-01-09\t
Park\tJun\t2016-12-21\t
\t王梓涵\t2016-12-01\tEAL
Demir\tYusuf\t2017-04-30\t
Kowalska\tZuzanna\t2016-12-13\t
Total: 28\t\t\t
"""

SKILLS = """\
Fractions
\tRead and draw fractions
\tAdd fractions
\tCompare fractions
Reasoning
\tExplain reasoning
"""

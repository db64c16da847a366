"""The page of the timetable: periods, weeks, days off and special days."""

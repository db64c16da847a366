"""Rounds by stations with a chip for each student, to be changed by hand."""

"""A class list on its way in: chosen, matched, checked, added."""

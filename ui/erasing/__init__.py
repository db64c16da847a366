"""The records of one student: taken along, put away, or erased with a receipt."""

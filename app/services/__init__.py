"""What a teacher can do, one file per family of verbs."""

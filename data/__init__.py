"""What is kept: SQLite and files."""

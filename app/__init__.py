"""What a classroom is and may do: plain Python, no Qt, no SQL, no files."""

"""What is done about a class file that does not read whole."""

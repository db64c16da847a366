"""What is printed or saved as PDF, and how."""

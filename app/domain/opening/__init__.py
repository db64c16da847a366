"""What is found out before a class is opened: where it lies and who has it open."""

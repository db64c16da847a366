"""What must hold in a lesson: rules in words, to be added, and why one cannot be kept."""

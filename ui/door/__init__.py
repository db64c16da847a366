"""What students see when the screen is turned to them at the end of a lesson."""

"""What the projected window may know, and how its names are made to fit."""

"""Who is out of the room, when and why: in words, in a list, and to be typed."""

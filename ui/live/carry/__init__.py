"""Students carried by mouse, finger, pen or keys, and what stations say meanwhile."""

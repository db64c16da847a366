"""Opening a class: what is in the way, and the ways on."""

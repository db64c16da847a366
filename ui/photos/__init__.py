"""A student's photo: read in a worker from whatever file, shown with consent alone."""

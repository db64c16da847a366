"""One reader or writer for each format of file a teacher brings or takes away."""

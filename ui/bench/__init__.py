"""Measuring Rondo against floors measured in the same run."""

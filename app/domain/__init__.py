"""The values of a classroom and what follows from them: nothing read, written or timed."""

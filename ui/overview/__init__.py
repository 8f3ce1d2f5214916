"""The overview: what is ready and what is not, the meeting itself, and its units."""

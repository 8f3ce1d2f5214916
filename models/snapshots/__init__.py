"""A meeting frozen at one moment: plain values that any thread or process may hold."""

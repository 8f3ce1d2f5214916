"""Pure functions on plain values: the rules of the trade."""

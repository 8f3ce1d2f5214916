"""Everything that is true about a meeting when no window is open."""

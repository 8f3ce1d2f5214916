"""Two texts of an agreement, clause by clause: what was inserted, deleted, moved, reworded."""

"""From a snapshot to papers: pure functions, no session, no window, no clock."""

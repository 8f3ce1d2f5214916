"""What each paper says: snapshot → blocks. Words and order, never a format."""

"""The agreements room."""

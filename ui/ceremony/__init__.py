"""The ceremony room."""

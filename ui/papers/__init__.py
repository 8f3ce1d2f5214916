"""The papers room."""

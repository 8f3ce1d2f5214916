"""The agenda room."""

"""Blocks → Excel."""

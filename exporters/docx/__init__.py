"""Blocks → Word."""

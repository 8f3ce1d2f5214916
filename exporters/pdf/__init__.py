"""Blocks → PDF."""

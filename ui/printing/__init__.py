"""Printing: the system's dialog, and pages at true size."""

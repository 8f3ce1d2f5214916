"""Dialogs: errors, about, settings."""

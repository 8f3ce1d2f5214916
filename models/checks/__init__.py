"""Preflight: snapshot → findings, as codes and values."""

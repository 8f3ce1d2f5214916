"""The schema, revision by revision. Each file is sealed: it imports nothing of the app."""

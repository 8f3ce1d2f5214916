"""The first minutes: choosing a language and a workspace, and the tour."""

"""Names, titles and units ticked by a second person, fact by fact."""

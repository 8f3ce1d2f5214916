"""Use cases, verb first: what the window, the importer and the tests call alike."""

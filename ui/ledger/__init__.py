"""The ledger: cooperations, of this meeting or of all, with their follow-ups, outcomes, bases and people."""

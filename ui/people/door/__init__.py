"""Signing people in at the door: ticks, substitutes, walk-ins, live counts."""

"""Re-used parts that know nothing of meetings."""

"""The operator's desk: who holds which role, since when, why, and by whom."""

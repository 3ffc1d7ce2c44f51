"""The audit log: found by what one asks of it, verified by its chain, kept for a while, told to those who subscribe."""

"""Obligations that ventures of artificial intelligence usually have, regime by regime."""

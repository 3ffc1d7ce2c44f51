"""Templates of risks for ventures of artificial intelligence."""

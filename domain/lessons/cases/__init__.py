"""Four cases of ventures of artificial intelligence, and the lessons that they teach."""

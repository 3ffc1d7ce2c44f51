"""Health of ventures: one word for where a venture stands, with its reasons."""

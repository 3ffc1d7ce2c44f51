"""What the plain reference knows of the chapters of a venture's life, by hand: one file a chapter."""

"""The market of a venture: its size, what is needed there, and how it is won."""

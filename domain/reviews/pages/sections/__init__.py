"""The sections of a review's document, one subject a file. What is not known is said, and never guessed."""

"""The types that can be read, context by context. Each reads like a table of contents."""

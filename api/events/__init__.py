"""The catalogue of events: for each type what it says, as JSON Schema, with an example; and what is made of it."""

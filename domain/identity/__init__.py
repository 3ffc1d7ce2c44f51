"""People, their identities and sessions."""

"""Archives of a tenant: everything exported, brought into an empty tenant, and what is held of one person."""

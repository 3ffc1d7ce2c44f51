"""The demo: two tenants with months of history, told through the unit of work as people would have written it."""

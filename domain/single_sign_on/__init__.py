"""Single sign-on: a tenant's own identity providers, the domains that it owns, and whether all must sign in there."""

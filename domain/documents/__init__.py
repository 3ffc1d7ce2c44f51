"""Trusted documents: the GraphQL operations that a tenant's own programs were built with."""

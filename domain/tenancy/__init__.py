"""Tenants, members, roles, permissions and keys."""

"""SCIM 2.0 (RFC 7643, RFC 7644, RFC 9865): a directory of people keeps the members of a tenant and its groups.

What the protocol says is the library's (`scim2_models`, `scim2_server`); ours is what resources mean here.
"""

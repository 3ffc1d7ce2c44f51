"""What a GraphQL document must be before anything of it is run: short enough, valid, and not too dear."""

"""The GraphQL schema of what can be read, made by Strawberry from the declarations."""

"""What the outside talks to: REST, GraphQL, sign-in."""

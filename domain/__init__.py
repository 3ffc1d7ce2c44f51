"""What is true: the domain, which knows nothing of HTTP, GraphQL or queues."""

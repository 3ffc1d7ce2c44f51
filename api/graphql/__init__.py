"""GraphQL over HTTP: the request, its limits, the mutations, and the answer."""

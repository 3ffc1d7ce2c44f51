"""How much a credential and a tenant may ask for: buckets shared by all processes, spent in the memory of each."""

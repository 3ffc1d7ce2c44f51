"""PostgreSQL and Valkey from wheels, run as children of this process: for development, demos and tests."""

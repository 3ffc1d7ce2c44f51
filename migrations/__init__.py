"""The database's history: Alembic revisions, roles, row level security, partitions."""

"""What every context stands on: database, unit of work, ids, clock, outbox, audit, history, settings, errors."""

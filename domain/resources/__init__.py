"""Resources and allocations."""

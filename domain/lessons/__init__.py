"""What was learned: cases and playbooks that a venture can begin with, and the tenant's own lessons."""

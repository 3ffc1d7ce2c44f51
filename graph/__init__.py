"""What can be read: each type bound to its table, and the compiler that makes one SQL statement of one selection."""

"""What technology there is to choose from: the product's own entries, and those of the tenant."""

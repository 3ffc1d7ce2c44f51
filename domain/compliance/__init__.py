"""What a venture is obliged to do, by law or by its own conscience, and what shows that it was done."""

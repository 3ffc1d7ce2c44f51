"""Where a venture stands in its market, and beside whom."""

"""What happens later: the rows are the queue, and these stations work them off."""

"""Plans that the product brings along: milestones with estimates, criteria and dependencies, in both languages."""

"""When milestones and ventures will really be done: critical path, simulation, throughput, and what is kept of them."""

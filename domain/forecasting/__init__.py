"""When milestones and ventures will really be done: critical path, simulation, throughput. All of it is pure."""

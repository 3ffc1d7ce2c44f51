"""The monitor: rules over a venture's facts, and the life of the alerts that they raise."""

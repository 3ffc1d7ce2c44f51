"""Communicating a register: the report for the team, the investors or the partners, and its pictures."""

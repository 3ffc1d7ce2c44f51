"""Subscriptions: what happens, told while it happens.

`opening.py` reads an operation, `watching.py` says which events it wants, `feed.py` brings a tenant's events in order,
`reading.py` reads what is shown of each, `following.py` joins these; `socket.py` and `stream.py` carry it out.
"""

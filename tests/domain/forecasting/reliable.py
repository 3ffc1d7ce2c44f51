"""Reliable Construction Co. (Hillier and Lieberman): 14 activities in weeks, the field's usual example."""

from __future__ import annotations

RELIABLE = [
    # id, predecessors, three points, (early start and finish, late start and finish, total float, free float)
    ("A", "", 1, 2, 3, (0, 2, 0, 2, 0, 0)),
    ("B", "A", 2, 3.5, 8, (2, 6, 2, 6, 0, 0)),
    ("C", "B", 6, 9, 18, (6, 16, 6, 16, 0, 0)),
    ("D", "C", 4, 5.5, 10, (16, 22, 20, 26, 4, 0)),
    ("E", "C", 1, 4.5, 5, (16, 20, 16, 20, 0, 0)),
    ("F", "E", 4, 4, 10, (20, 25, 20, 25, 0, 0)),
    ("G", "D", 5, 6.5, 11, (22, 29, 26, 33, 4, 0)),
    ("H", "EG", 5, 8, 17, (29, 38, 33, 42, 4, 0)),
    ("I", "C", 3, 7.5, 9, (16, 23, 18, 25, 2, 2)),
    ("J", "FI", 3, 9, 9, (25, 33, 25, 33, 0, 0)),
    ("K", "J", 4, 4, 4, (33, 37, 34, 38, 1, 1)),
    ("L", "J", 1, 5.5, 7, (33, 38, 33, 38, 0, 0)),
    ("M", "H", 1, 2, 3, (38, 40, 42, 44, 4, 4)),
    ("N", "KL", 5, 5.5, 9, (38, 44, 38, 44, 0, 0)),
]

"""Imported by the process that is forked, and by no other: what an API makes once before it answers is made here."""

from api.graphql.running import full_schema
from tests.faults import forked as forked

full_schema()

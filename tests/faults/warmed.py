"""Imported by the process that is forked, and by no other: what an API makes once before it answers is made here."""

import gc

from api.graphql.running import full_schema
from tests.faults import forked as forked

full_schema()
gc.collect()
gc.freeze()  # what is here already is never looked through again, and so its memory stays shared by all forks

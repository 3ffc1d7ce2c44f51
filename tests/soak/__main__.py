"""`make soak`: the tests' own promises at large sizes, for as long as is given.

python -m tests.soak [documents attacks strangers kills outages waiting archives installation alerts quotas sheets]
                     [--minutes 10] [--seed 1]

Each promise gets its share of the time, or ends when its size is reached. A failure ends all with status 1 and tells
how to repeat it; Ctrl-C ends with what was done so far.
"""

from __future__ import annotations

import argparse
import secrets
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.soak import promises
from tests.soak.archives import archives
from tests.soak.sheets import sheets
from tests.soak.waiting import waiting

PROMISES: dict[str, Callable[[int], Iterator[promises.Done]]] = {
    "documents": promises.documents,
    "attacks": promises.attacks,
    "strangers": promises.strangers,
    "kills": promises.kills,
    "outages": promises.outages,
    "waiting": waiting,
    "archives": archives,
    "installation": promises.installation,
    "alerts": promises.alerts,
    "quotas": promises.quotas,
    "sheets": sheets,
}
EVERY = 15.0
"""Seconds between two lines of progress."""


@dataclass
class Told:
    """What was done of a promise, said now and then."""

    name: str
    began: float
    said: float = 0.0
    last: promises.Done | None = None

    def take(self, done: promises.Done) -> None:
        """A step is done."""
        self.last = done
        if time.monotonic() - self.said > EVERY:
            self.said = time.monotonic()
            self.say()

    def say(self) -> None:
        """One line."""
        done = self.last.text if self.last else "nothing yet"
        print(f"{self.name}: {done}, {time.monotonic() - self.began:.0f} s", flush=True)


def main() -> int:
    """Keep the promises; answers the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.soak", description=__doc__.partition("\n")[0] if __doc__ else ""
    )
    parser.add_argument(
        "names", nargs="*", metavar="name", help=f"which: {', '.join(PROMISES)}; all where none is named"
    )
    parser.add_argument("--minutes", type=float, default=10, help="for how long in all")
    parser.add_argument("--seed", type=int, default=None, help="repeats what was random in another run")
    given = parser.parse_args()
    if unknown := set(given.names) - PROMISES.keys():
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    names = given.names or list(PROMISES)
    seed = secrets.randbelow(10**6) if given.seed is None else given.seed
    print(f"seed {seed}; {', '.join(names)}; {given.minutes:g} minutes", flush=True)
    end = time.monotonic() + given.minutes * 60
    for place, name in enumerate(names):
        share = (end - time.monotonic()) / (len(names) - place)
        status = keep(name, seed, time.monotonic() + share)
        if status:
            return status
    return 0


def keep(name: str, seed: int, until: float) -> int:
    """Keep one promise until then; answers the exit status."""
    told = Told(name, time.monotonic())
    steps = PROMISES[name](seed)
    try:
        for done in steps:
            told.take(done)
            if time.monotonic() > until:
                break
    except KeyboardInterrupt:
        print("interrupted", flush=True)
        return 130
    except Exception:
        traceback.print_exc()
        again = told.last.next_seed if told.last else seed
        print(f"{name} failed; again: .venv/bin/python -m tests.soak {name} --seed {again}", flush=True)
        return 1
    finally:
        steps.close()  # type: ignore[attr-defined]  # promises are generators
        told.say()
    return 0


if __name__ == "__main__":
    sys.exit(main())

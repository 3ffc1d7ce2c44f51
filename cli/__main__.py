"""`python -m cli` is `milepost`."""

from cli.main import main

main()

"""Administration by command line: a verb is an operation of REST, and what it takes follows from the contract."""

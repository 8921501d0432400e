"""Measurements on a register in a database; each runs in a process of its own (bench.database)."""

"""Koinon keeps what cities and networks of cities hold in common."""

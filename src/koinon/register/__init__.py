"""Organisations, bonds, statements, and what follows from them."""

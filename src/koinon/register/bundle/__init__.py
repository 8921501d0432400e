"""Bundles: a register in files, to load, to export, and to show how it works."""

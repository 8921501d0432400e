"""Read-only answers across all domains."""

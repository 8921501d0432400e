"""Who may belong."""

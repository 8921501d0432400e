"""Who may sit for a member."""

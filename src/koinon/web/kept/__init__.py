"""Pages kept in memory for the next visitor, for exactly as long as nothing changed."""

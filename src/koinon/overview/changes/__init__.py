"""What changed: what happened on which day, and what was entered when."""

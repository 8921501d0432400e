"""Who has how many seats in a body."""

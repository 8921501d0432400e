"""Until when something may be handed in. The calculation follows; the forms stand."""

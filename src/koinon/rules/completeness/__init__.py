"""When a report counts as complete. The calculation follows; the form stands."""

"""Who votes, and what a decision needs. The calculation follows; the forms stand."""

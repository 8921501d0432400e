"""Questions to the register: each answers for a day, and for what was known on another."""

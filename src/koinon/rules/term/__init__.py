"""How long somebody sits, what ends it, and who follows."""

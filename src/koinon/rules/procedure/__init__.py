"""How belonging begins, pauses and ends, step by step."""

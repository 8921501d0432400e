"""A register as large as any may become: cities, networks, what everybody says, who sits where."""

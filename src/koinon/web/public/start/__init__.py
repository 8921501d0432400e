"""The way from the name of a city to files to take along, for a visitor without an account."""

"""What needs an office: differences, duties, terms that ended, statements to confirm again."""

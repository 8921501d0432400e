"""What a text promises in numbers. The calculation follows; the forms stand."""

"""What a visitor without an account says of a city, beside what is known of it."""

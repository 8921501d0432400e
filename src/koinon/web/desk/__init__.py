"""What an office sees of its own work."""

"""What must be handed in again and again, and when."""

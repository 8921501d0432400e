"""What belonging costs."""

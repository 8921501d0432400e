"""Which composition a delegation or a body must have."""

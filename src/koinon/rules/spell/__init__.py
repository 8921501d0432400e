"""What the two sides of a bond, and published sources, say of it, stretch by stretch."""

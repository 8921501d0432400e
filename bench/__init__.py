"""Measurements against a yardstick that runs beside them."""

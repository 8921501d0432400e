"""Texts held against the register: what they say of networks, and whether it still holds."""

"""The rules of networks, read from dated, sourced documents."""

"""What texts claim about networks, and whether it still holds; no network is named here."""

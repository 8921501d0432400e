"""Facts for other people's pages."""

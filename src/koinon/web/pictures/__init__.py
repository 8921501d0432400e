"""Pictures: layouts in plain numbers, from frozen values; templates draw them."""

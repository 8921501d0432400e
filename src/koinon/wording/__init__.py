"""Sentences for codes, in the reader's language."""

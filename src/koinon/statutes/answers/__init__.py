"""Answers that follow from a statute alone, without a database, shaped as they are given out."""

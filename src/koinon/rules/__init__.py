"""Calculations and judgements over plain values."""

"""Bars on a calendar: solid certain, hatched uncertain, arrows where one ends with another."""

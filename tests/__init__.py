"""Tests of Koinon, and what runs them."""

"""Measurements, each printed by a script."""

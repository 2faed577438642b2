"""Comparison: the same questions and the same flows in every regulation, side by side."""

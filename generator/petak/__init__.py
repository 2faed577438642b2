"""Plots: a site is built piece by piece, each piece known by a key, kept, and put together."""

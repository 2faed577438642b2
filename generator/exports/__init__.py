"""Exports: what the site gives away besides its pages."""

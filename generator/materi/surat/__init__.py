"""Letters that the regulations ask for, as Word documents to fill in."""

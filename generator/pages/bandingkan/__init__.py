"""The pages of comparison: the matrix, each aspect, flows and structures, laws, the text."""

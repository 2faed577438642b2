"""The modules of a session, each a function of one regency's data."""

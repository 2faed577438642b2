"""The pages of the site, one module for each kind; each gives `Halaman` values, writes nothing."""

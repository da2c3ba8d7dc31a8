"""Sources, addresses that articles are fetched from: fetched, read and decided here, filed elsewhere."""

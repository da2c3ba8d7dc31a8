"""Where articles are fetched from: addresses, visits, and what was seen there."""

"""Who edits, what they decided, and what waits for them."""

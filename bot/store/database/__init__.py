"""The database itself: reached, opened, in transactions, its tables, its rows, and which are public."""

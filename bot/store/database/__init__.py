"""The database itself: reached, opened, in transactions, its tables and values out of rows."""

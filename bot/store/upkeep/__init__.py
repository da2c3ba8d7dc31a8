"""Of the whole database: brought on, backed up, copied, tried; who reads and edits, as a file."""

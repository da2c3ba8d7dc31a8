"""Of the whole database: brought on, backed up, tried; who reads and edits, as a file."""

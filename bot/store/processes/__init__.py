"""Between processes: which one leads, which one reads a file, which update came already."""

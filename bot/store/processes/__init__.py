"""Between processes: which leads, which reads a file, which update came, which waits for an answer."""

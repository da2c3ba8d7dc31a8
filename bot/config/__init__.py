"""What a process needs before it knows any article: settings, logs, metrics, memory, where to listen."""

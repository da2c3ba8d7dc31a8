"""What a process needs before it knows any article: settings, logs, metrics, a socket to listen on."""

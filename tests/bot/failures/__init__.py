"""What befalls a bot that runs: each failure on the whole process, over HTTP, and what readers see of it."""

"""Older databases brought on, a file a version."""

"""Composes the parts of a process and runs them."""

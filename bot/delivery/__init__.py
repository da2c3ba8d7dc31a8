"""Editions and corrections out: decide, write, send, record."""

"""What is decided for a chat, written to the outbox, sent, and taken back."""

"""What editors can do in the chat: a file a family of commands."""

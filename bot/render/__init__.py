"""Domain values to messages: the only HTML, escaped where it is born, split so that it fits."""

"""How Telegram is reached: requests, its limits, its buttons, what comes from it."""

"""What editors do: each deed is written down with who and when, before anybody is told of its effect."""

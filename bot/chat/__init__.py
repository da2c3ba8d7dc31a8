"""Updates in: polled, taken in one chat's order, and answered, a file a family of commands."""

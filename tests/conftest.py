"""Fixtures that need the command line: stores on the database that `--database` names."""

pytest_plugins = ["tests.bot.stores"]

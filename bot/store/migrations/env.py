"""Runs the migrations on the connection that `bot.store.upkeep.migrating` hands over."""

from alembic import context

from bot.store.database.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=context.config.attributes.get("version_table", "alembic_version"),
    transactional_ddl=True,  # SQLite's too: a migration that dies half-way leaves no trace
)
with context.begin_transaction():
    context.run_migrations()

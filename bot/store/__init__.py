"""What the bot remembers: tables, queries, migrations. The only room with SQL; domain objects come out."""

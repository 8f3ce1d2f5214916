"""Runs the revisions on the connection handed in by `models/store/migrate.py`; there is no ini file."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    version_table=context.config.attributes["version_table"],
    render_as_batch=True,  # SQLite cannot alter most of a table: later revisions rebuild it
    transactional_ddl=True,  # the caller holds one transaction around all revisions, on SQLite as well
)
context.run_migrations()

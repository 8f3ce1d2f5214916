"""A schema with one revision more, as a later version would bring it: to try upgrading with rows in place."""

from __future__ import annotations

import shutil
from pathlib import Path

from models.store.migrate import OURS, Schema

SECOND = '''
"""Rebuilds one table and fills a new column of another."""
import sqlalchemy as sa
from alembic import op

revision = "0999"
down_revision = "0003"


def upgrade():
    with op.batch_alter_table("meeting") as table:
        table.drop_column("theme_en")
        table.alter_column("theme_zh", new_column_name="slogan")
    op.add_column("person", sa.Column("nickname", sa.String(100), nullable=False, server_default=""))
    op.execute("UPDATE person SET nickname = name_zh")
    {then}


def downgrade():
    with op.batch_alter_table("person") as table:
        table.drop_column("nickname")
    with op.batch_alter_table("meeting") as table:
        table.alter_column("slogan", new_column_name="theme_zh")
        table.add_column(sa.Column("theme_en", sa.String(1000), nullable=False, server_default=""))
'''


def later_schema(folder: Path, *, then: str = "pass") -> Schema:
    """Our revisions and a later one, which runs `then` at its end."""
    scripts = Path(shutil.copytree(OURS.scripts, folder / "migrations", ignore=shutil.ignore_patterns("__pycache__")))
    (scripts / "versions" / "0999_later.py").write_text(SECOND.format(then=then), encoding="utf-8")
    return Schema(scripts, (*OURS.revisions, "0999"))

"""What customers write is kept sealed: its columns become text. Jobs that one process at a time does."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from knowledge import vault

revision = "0009_sealed"
down_revision = "0008_bookings"
branch_labels = None
depends_on = None

# What each column was. What stands in them stays as it is: plain values are read like sealed ones, and
# `python -m knowledge privacy reseal` seals them.
COLUMNS: dict[str, dict[str, sa.types.TypeEngine[Any]]] = {
    "conversations": {"state": sa.JSON(), "choices": sa.JSON()},
    "messages": {"content": sa.JSON()},
    "handovers": {
        "transcript": sa.JSON(),
        "phone": sa.String(32),
        "name": sa.String(128),
        "preferred_time": sa.String(128),
    },
}
SEALED = {
    "conversations": ("state", "choices"),
    "messages": ("text", "content"),
    "handovers": ("reason", "transcript", "phone", "name", "preferred_time"),
}


def upgrade() -> None:
    for table, columns in COLUMNS.items():
        _alter(table, {name: (before, sa.Text()) for name, before in columns.items()})
    op.create_table(
        "jobs",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_jobs"),
    )


def downgrade() -> None:
    op.drop_table("jobs")
    for table, names in SEALED.items():
        _open(table, names)
    for table, columns in COLUMNS.items():
        _alter(table, {name: (sa.Text(), after) for name, after in columns.items()})


def _alter(table: str, types: dict[str, tuple[sa.types.TypeEngine[Any], sa.types.TypeEngine[Any]]]) -> None:
    connection = op.get_bind()
    if connection.dialect.name != "sqlite":
        for column, (before, after) in types.items():
            kind = after.compile(connection.dialect)
            op.alter_column(
                table, column, existing_type=before, type_=after, postgresql_using=f"{column}::{kind}"
            )
        return
    counts_on = table == "messages"  # an id is never used again, not even the last one's
    last = connection.scalar(sa.text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": table})
    # The table is rebuilt.
    with op.batch_alter_table(table, table_kwargs={"sqlite_autoincrement": counts_on}) as batch:
        for column, (before, after) in types.items():
            batch.alter_column(column, existing_type=before, type_=after)
    if counts_on and last is not None:
        connection.execute(sa.text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": table})
        connection.execute(
            sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :last)"),
            {"name": table, "last": last},
        )


def _open(table: str, columns: tuple[str, ...]) -> None:
    """Put what is sealed back as it was before there was a vault; needs its keys."""
    connection = op.get_bind()
    rows = sa.table(table, sa.column("id"), *(sa.column(name) for name in columns))
    for column in (rows.c[name] for name in columns):
        sealed = sa.select(rows.c.id, column).where(column.like(f"{vault.MARK}%"))
        for key, value in connection.execute(sealed).all():
            opened = {column: vault.current().open(value)}
            connection.execute(sa.update(rows).where(rows.c.id == key).values(opened))

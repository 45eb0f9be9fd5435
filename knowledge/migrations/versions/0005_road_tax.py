"""Road tax: the bands of power of electric cars."""

import sqlalchemy as sa
from alembic import op

revision = "0005_road_tax"
down_revision = "0004_handovers"
branch_labels = None
depends_on = None

Exact = sa.Numeric().with_variant(sa.String(40), "sqlite")


def upgrade() -> None:
    op.create_table(
        "road_tax_bands",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("above", Exact, nullable=False),
        sa.Column("up_to", Exact),
        sa.Column("base", Exact, nullable=False),
        sa.Column("step", Exact, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.CheckConstraint("status IN ('confirmed', 'reported', 'unconfirmed')", name="status"),
        sa.PrimaryKeyConstraint("id", name="pk_road_tax_bands"),
    )


def downgrade() -> None:
    op.drop_table("road_tax_bands")

"""Outlets: where they are, when they are open, and what can be booked there."""

import sqlalchemy as sa
from alembic import op

revision = "0007_outlets"
down_revision = "0006_charging"
branch_labels = None
depends_on = None

Serial = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "outlets",
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("market", sa.String(2), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.Column("phone", sa.String(20)),
        sa.Column("time_zone", sa.String(40), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("services", sa.JSON(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("seed_digest", sa.String(64)),
        sa.CheckConstraint("kind IN ('showroom', 'service', 'both')", name="kind"),
        sa.PrimaryKeyConstraint("key", name="pk_outlets"),
    )
    op.create_index("ix_outlets_market_active", "outlets", ["market", "active"])
    op.create_table(
        "public_holidays",
        sa.Column("market", sa.String(2), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.CheckConstraint("status IN ('confirmed', 'reported', 'unconfirmed')", name="status"),
        sa.PrimaryKeyConstraint("market", "state", "day", name="pk_public_holidays"),
    )
    op.create_table(
        "outlet_days",
        sa.Column("id", Serial, nullable=False),
        sa.Column("outlet_key", sa.String(40), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.CheckConstraint("first_day <= last_day", name="days"),
        sa.ForeignKeyConstraint(
            ["outlet_key"], ["outlets.key"], name="fk_outlet_days_outlet_key_outlets", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_outlet_days"),
    )
    op.create_index("ix_outlet_days_outlet_key_last_day", "outlet_days", ["outlet_key", "last_day"])
    op.create_table(
        "outlet_hours",
        sa.Column("outlet_key", sa.String(40), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("opens", sa.Integer(), nullable=False),
        sa.Column("closes", sa.Integer(), nullable=False),
        sa.CheckConstraint("opens >= 0 AND opens < closes AND closes <= 1440", name="minutes"),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        sa.ForeignKeyConstraint(
            ["outlet_key"], ["outlets.key"], name="fk_outlet_hours_outlet_key_outlets", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("outlet_key", "weekday", "opens", name="pk_outlet_hours"),
    )
    op.create_table(
        "outlet_resources",
        sa.Column("key", sa.String(60), nullable=False),
        sa.Column("outlet_key", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("model", sa.String(16)),
        sa.Column("variant", sa.String(16)),
        sa.Column("radius_km", sa.Integer()),
        sa.Column("slot_minutes", sa.Integer(), nullable=False),
        sa.Column("lead_minutes", sa.Integer(), nullable=False),
        sa.Column("horizon_days", sa.Integer(), nullable=False),
        sa.Column("confirms", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.CheckConstraint("kind IN ('demo_car', 'service_bay', 'survey_team')", name="kind"),
        sa.CheckConstraint("slot_minutes > 0 AND slot_minutes % 15 = 0", name="slot_minutes"),
        sa.ForeignKeyConstraint(
            ["outlet_key"], ["outlets.key"], name="fk_outlet_resources_outlet_key_outlets", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", name="pk_outlet_resources"),
    )
    op.create_index("ix_outlet_resources_outlet_key_kind", "outlet_resources", ["outlet_key", "kind"])
    op.create_table(
        "outlet_resource_closures",
        sa.Column("id", Serial, nullable=False),
        sa.Column("resource_key", sa.String(60), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.CheckConstraint("starts_at < ends_at", name="times"),
        sa.ForeignKeyConstraint(
            ["resource_key"],
            ["outlet_resources.key"],
            name="fk_outlet_resource_closures_resource_key_outlet_resources",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_outlet_resource_closures"),
    )
    op.create_index(
        "ix_outlet_resource_closures_resource_key_ends_at",
        "outlet_resource_closures",
        ["resource_key", "ends_at"],
    )


def downgrade() -> None:
    op.drop_table("outlet_resource_closures")
    op.drop_table("outlet_resources")
    op.drop_table("outlet_hours")
    op.drop_table("outlet_days")
    op.drop_table("public_holidays")
    op.drop_table("outlets")

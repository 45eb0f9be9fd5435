"""Catalogue: models, variants, launches, attributes and their values, prices, market notes."""

import sqlalchemy as sa
from alembic import op

revision = "0001_catalogue"
down_revision = None
branch_labels = None
depends_on = None

Exact = sa.Numeric().with_variant(sa.String(40), "sqlite")


def upgrade() -> None:
    op.create_table(
        "models",
        sa.Column("key", sa.String(32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("body", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_models"),
    )
    op.create_table(
        "variants",
        sa.Column("model", sa.String(32), nullable=False),
        sa.Column("key", sa.String(32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["model"], ["models.key"], name="fk_variants_model_models", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("model", "key", name="pk_variants"),
    )
    op.create_table(
        "launches",
        sa.Column("market", sa.String(2), nullable=False),
        sa.Column("model", sa.String(32), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("launched", sa.Date()),
        sa.Column("precision", sa.String(8)),
        sa.Column("note", sa.String(64)),
        *provenance(),
        sa.CheckConstraint("state IN ('on_sale', 'not_launched', 'unknown')", name="state"),
        sa.CheckConstraint("precision IN ('day', 'month', 'by')", name="precision"),
        sa.ForeignKeyConstraint(
            ["model"], ["models.key"], name="fk_launches_model_models", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("market", "model", name="pk_launches"),
    )
    op.create_table(
        "attributes",
        sa.Column("key", sa.String(32), nullable=False),
        sa.Column("unit", sa.String(16)),
        sa.Column("family", sa.String(32), nullable=False),
        sa.Column("better", sa.String(8), nullable=False),
        sa.Column("headline", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("better IN ('higher', 'lower', 'none')", name="better"),
        sa.PrimaryKeyConstraint("key", name="pk_attributes"),
    )
    op.create_table(
        "attribute_values",
        sa.Column("id", sa.String(128), nullable=False),
        sa.Column("model", sa.String(32), nullable=False),
        sa.Column("variant", sa.String(32)),
        sa.Column("attribute", sa.String(32), nullable=False),
        sa.Column("value_min", Exact),
        sa.Column("value_max", Exact),
        sa.Column("qualifier", sa.String(8), nullable=False),
        sa.Column("text_key", sa.String(64)),
        sa.Column("basis", sa.String(16), nullable=False),
        sa.Column("note", sa.String(64)),
        *provenance(),
        sa.CheckConstraint(
            "qualifier IN ('exact', 'range', 'under', 'up_to', 'about')",
            name="qualifier",
        ),
        sa.CheckConstraint(
            "(text_key IS NULL) <> (value_min IS NULL AND value_max IS NULL)",
            name="number_or_text",
        ),
        sa.ForeignKeyConstraint(
            ["attribute"],
            ["attributes.key"],
            name="fk_attribute_values_attribute_attributes",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["model"], ["models.key"], name="fk_attribute_values_model_models", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["model", "variant"],
            ["variants.model", "variants.key"],
            name="fk_attribute_values_model_variant_variants",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_attribute_values"),
        sa.UniqueConstraint(
            "model", "variant", "attribute", name="uq_attribute_values_model_variant_attribute"
        ),
    )
    op.create_table(
        "prices",
        sa.Column("id", sa.String(128), nullable=False),
        sa.Column("market", sa.String(2), nullable=False),
        sa.Column("model", sa.String(32), nullable=False),
        sa.Column("variant", sa.String(32), nullable=False),
        sa.Column("amount", Exact, nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("basis", sa.String(32), nullable=False),
        sa.Column("valid_from", sa.Date()),
        sa.Column("note", sa.String(64)),
        *provenance(),
        sa.ForeignKeyConstraint(
            ["model", "variant"],
            ["variants.model", "variants.key"],
            name="fk_prices_model_variant_variants",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_prices"),
        sa.UniqueConstraint(
            "market", "model", "variant", "valid_from", name="uq_prices_market_model_variant_valid_from"
        ),
    )
    op.create_table(
        "market_notes",
        sa.Column("market", sa.String(2), nullable=False),
        sa.Column("subject", sa.String(32), nullable=False),
        sa.Column("note", sa.String(64), nullable=False),
        sa.Column("figure", sa.String(64)),
        *provenance(),
        sa.PrimaryKeyConstraint("market", "subject", name="pk_market_notes"),
    )


def downgrade() -> None:
    for table in (
        "market_notes",
        "prices",
        "attribute_values",
        "attributes",
        "launches",
        "variants",
        "models",
    ):
        op.drop_table(table)


def provenance() -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.CheckConstraint("status IN ('confirmed', 'reported', 'unconfirmed')", name="status"),
    )

"""Handovers: requests for a person."""

import sqlalchemy as sa
from alembic import op

revision = "0004_handovers"
down_revision = "0003_conversations"
branch_labels = None
depends_on = None

Serial = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "handovers",
        sa.Column("id", Serial, nullable=False),
        sa.Column("reference", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("conversation_id", sa.String(32), nullable=False),
        sa.Column("request_key", sa.String(64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("topic", sa.String(64)),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("market", sa.String(2), nullable=False),
        sa.Column("transcript", sa.JSON(), nullable=False),
        sa.Column("phone", sa.String(32)),
        sa.Column("name", sa.String(128)),
        sa.Column("preferred_time", sa.String(128)),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('agent', 'callback')", name="kind"),
        sa.CheckConstraint("status IN ('waiting', 'taken', 'closed')", name="status"),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_handovers_conversation_id_conversations",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_handovers"),
        sa.UniqueConstraint("reference", name="uq_handovers_reference"),
        sa.UniqueConstraint("request_key", name="uq_handovers_request_key"),
    )
    op.create_index("ix_handovers_status_id", "handovers", ["status", "id"])
    op.create_index("ix_handovers_conversation_id", "handovers", ["conversation_id"])


def downgrade() -> None:
    op.drop_table("handovers")

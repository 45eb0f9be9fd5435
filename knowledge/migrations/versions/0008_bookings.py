"""Bookings, with the times they take, their history, who waits, and what customers agreed to."""

import sqlalchemy as sa
from alembic import op

revision = "0008_bookings"
down_revision = "0007_outlets"
branch_labels = None
depends_on = None

Serial = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:

    op.create_table(
        "booking_waiting",
        sa.Column("id", Serial, nullable=False),
        sa.Column("request_key", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("conversation_id", sa.String(32), nullable=False),
        sa.Column("outlet_key", sa.String(40), nullable=False),
        sa.Column("model", sa.String(16)),
        sa.Column("variant", sa.String(16)),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("draft", sa.Text(), nullable=False),
        sa.Column("offer_resource", sa.String(60)),
        sa.Column("offer_starts_at", sa.DateTime(timezone=True)),
        sa.Column("offer_until", sa.DateTime(timezone=True)),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("state IN ('waiting', 'offered', 'taken', 'expired', 'left')", name="state"),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_booking_waiting_conversation_id_conversations",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["outlet_key"], ["outlets.key"], name="fk_booking_waiting_outlet_key_outlets", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_booking_waiting"),
        sa.UniqueConstraint("request_key", name="uq_booking_waiting_request_key"),
    )
    op.create_index("ix_booking_waiting_conversation_id", "booking_waiting", ["conversation_id"])
    op.create_index(
        "ix_booking_waiting_outlet_key_kind_state_id",
        "booking_waiting",
        ["outlet_key", "kind", "state", "id"],
    )
    op.create_index("ix_booking_waiting_state_offer_until", "booking_waiting", ["state", "offer_until"])
    op.create_table(
        "consents",
        sa.Column("id", Serial, nullable=False),
        sa.Column("conversation_id", sa.String(32)),
        sa.Column("purpose", sa.String(24), nullable=False),
        sa.Column("wording", sa.String(24), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_consents_conversation_id_conversations",
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_consents"),
    )
    op.create_index("ix_consents_conversation_id_purpose", "consents", ["conversation_id", "purpose"])
    op.create_table(
        "bookings",
        sa.Column("id", Serial, nullable=False),
        sa.Column("reference", sa.String(12), nullable=False),
        sa.Column("request_key", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("conversation_id", sa.String(32)),
        sa.Column("outlet_key", sa.String(40), nullable=False),
        sa.Column("resource_key", sa.String(60), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("market", sa.String(2), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("model", sa.String(16)),
        sa.Column("variant", sa.String(16)),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("private", sa.Text()),
        sa.Column("phone_digest", sa.String(64)),
        sa.Column("consent_id", Serial),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('test_drive', 'service', 'home_charger')", name="kind"),
        sa.CheckConstraint(
            "state IN ('requested', 'confirmed', 'reminded', 'done', 'no_show', 'cancelled')", name="state"
        ),
        sa.CheckConstraint("starts_at < ends_at", name="times"),
        sa.ForeignKeyConstraint(
            ["consent_id"], ["consents.id"], name="fk_bookings_consent_id_consents", ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_bookings_conversation_id_conversations",
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["outlet_key"], ["outlets.key"], name="fk_bookings_outlet_key_outlets", ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["resource_key"],
            ["outlet_resources.key"],
            name="fk_bookings_resource_key_outlet_resources",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_bookings"),
        sa.UniqueConstraint("reference", name="uq_bookings_reference"),
        sa.UniqueConstraint("request_key", name="uq_bookings_request_key"),
    )
    op.create_index("ix_bookings_conversation_id_starts_at", "bookings", ["conversation_id", "starts_at"])
    op.create_index("ix_bookings_outlet_key_starts_at", "bookings", ["outlet_key", "starts_at"])
    op.create_index("ix_bookings_phone_digest", "bookings", ["phone_digest"])
    op.create_index("ix_bookings_state_starts_at", "bookings", ["state", "starts_at"])
    op.create_table(
        "booking_access",
        sa.Column("booking_id", Serial, nullable=False),
        sa.Column("conversation_id", sa.String(32), nullable=False),
        sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name="fk_booking_access_booking_id_bookings", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_booking_access_conversation_id_conversations",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("booking_id", "conversation_id", name="pk_booking_access"),
    )
    op.create_table(
        "booking_codes",
        sa.Column("id", Serial, nullable=False),
        sa.Column("booking_id", Serial),
        sa.Column("conversation_id", sa.String(32), nullable=False),
        sa.Column("target", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("used", sa.Boolean(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name="fk_booking_codes_booking_id_bookings", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_booking_codes_conversation_id_conversations",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_booking_codes"),
    )
    op.create_index("ix_booking_codes_booking_id", "booking_codes", ["booking_id"])
    op.create_index("ix_booking_codes_target_created_at", "booking_codes", ["target", "created_at"])
    op.create_index(
        "ix_booking_codes_conversation_id_created_at", "booking_codes", ["conversation_id", "created_at"]
    )
    op.create_table(
        "booking_events",
        sa.Column("id", Serial, nullable=False),
        sa.Column("booking_id", Serial, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(12), nullable=False),
        sa.Column("event", sa.String(16), nullable=False),
        sa.Column("state", sa.String(12), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.CheckConstraint("actor IN ('customer', 'staff', 'system')", name="actor"),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name="fk_booking_events_booking_id_bookings", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_booking_events"),
    )
    op.create_index("ix_booking_events_booking_id_id", "booking_events", ["booking_id", "id"])
    op.create_table(
        "booking_notices",
        sa.Column("id", Serial, nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("booking_id", Serial),
        sa.Column("waiting_id", Serial),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(8), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True)),
        sa.Column("secret", sa.Text()),
        sa.CheckConstraint(
            "kind IN ('day_before', 'hours_before', 'moved', 'cancelled', 'confirmed', 'offer', 'code')",
            name="kind",
        ),
        sa.CheckConstraint("status IN ('due', 'said', 'dropped')", name="status"),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name="fk_booking_notices_booking_id_bookings", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["waiting_id"],
            ["booking_waiting.id"],
            name="fk_booking_notices_waiting_id_booking_waiting",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_booking_notices"),
        sa.UniqueConstraint(
            "kind", "booking_id", "starts_at", name="uq_booking_notices_kind_booking_id_starts_at"
        ),
    )
    op.create_index("ix_booking_notices_status_due_at", "booking_notices", ["status", "due_at"])
    op.create_table(
        "booking_units",
        sa.Column("resource_key", sa.String(60), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("booking_id", Serial),
        sa.Column("offer_id", Serial),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name="fk_booking_units_booking_id_bookings", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["offer_id"],
            ["booking_waiting.id"],
            name="fk_booking_units_offer_id_booking_waiting",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["resource_key"],
            ["outlet_resources.key"],
            name="fk_booking_units_resource_key_outlet_resources",
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("resource_key", "starts_at", name="pk_booking_units"),
    )
    op.create_index("ix_booking_units_booking_id", "booking_units", ["booking_id"])
    op.create_index("ix_booking_units_offer_id", "booking_units", ["offer_id"])


def downgrade() -> None:
    op.drop_table("booking_units")
    op.drop_table("booking_notices")
    op.drop_table("booking_events")
    op.drop_table("booking_codes")
    op.drop_table("booking_access")
    op.drop_table("bookings")
    op.drop_table("consents")
    op.drop_table("booking_waiting")

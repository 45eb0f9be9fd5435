"""Charging and places: parties, sites with EVSEs and connectors, tariffs, prices, curves; places by name."""

import sqlalchemy as sa
from alembic import op

revision = "0006_charging"
down_revision = "0005_road_tax"
branch_labels = None
depends_on = None

Exact = sa.Numeric().with_variant(sa.String(40), "sqlite")


def upgrade() -> None:
    op.create_table(
        "charging_curve_points",
        sa.Column("model", sa.String(16), nullable=False),
        sa.Column("variant", sa.String(16), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("kw", Exact, nullable=False),
        sa.Column("scale", Exact, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.CheckConstraint("status IN ('confirmed', 'reported', 'unconfirmed')", name="status"),
        sa.PrimaryKeyConstraint("model", "variant", "percent", name="pk_charging_curve_points"),
    )
    op.create_table(
        "charging_home_tariffs",
        sa.Column("id", sa.String(40), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("plan", sa.String(16), nullable=False),
        sa.Column("period", sa.String(8), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("low", Exact, nullable=False),
        sa.Column("high", Exact, nullable=False),
        sa.Column("above_kwh", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date()),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.CheckConstraint("status IN ('confirmed', 'reported', 'unconfirmed')", name="status"),
        sa.CheckConstraint("period IN ('any', 'peak', 'off_peak')", name="period"),
        sa.PrimaryKeyConstraint("id", name="pk_charging_home_tariffs"),
    )
    op.create_table(
        "charging_network_prices",
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("network", sa.String(40)),
        sa.Column("current", sa.String(2)),
        sa.Column("kw", sa.Integer()),
        sa.Column("period", sa.String(8), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("low", Exact, nullable=False),
        sa.Column("high", Exact, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.CheckConstraint("period IN ('any', 'peak', 'off_peak')", name="period"),
        sa.CheckConstraint("status IN ('confirmed', 'reported', 'unconfirmed')", name="status"),
        sa.PrimaryKeyConstraint("id", name="pk_charging_network_prices"),
    )
    op.create_table(
        "charging_parties",
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("country_code", sa.String(2)),
        sa.Column("party_id", sa.String(3)),
        sa.Column("network", sa.String(40)),
        sa.Column("attribution", sa.Text()),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("token_digest", sa.String(64)),
        sa.Column("token_base64", sa.Boolean(), nullable=False),
        sa.Column("versions_url", sa.Text()),
        sa.Column("peer_roles", sa.JSON()),
        sa.Column("pulled_at", sa.DateTime(timezone=True)),
        sa.Column("digest", sa.String(64)),
        sa.Column("created_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("kind IN ('directory', 'ocpi', 'import')", name="kind"),
        sa.UniqueConstraint("token_digest", name="uq_charging_parties_token_digest"),
        sa.PrimaryKeyConstraint("key", name="pk_charging_parties"),
    )
    op.create_table(
        "places",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.CheckConstraint("status IN ('confirmed', 'reported', 'unconfirmed')", name="status"),
        sa.PrimaryKeyConstraint("key", name="pk_places"),
    )
    op.create_table(
        "road_nodes",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.CheckConstraint("kind IN ('town', 'junction', 'rest_area', 'airport')", name="kind"),
        sa.PrimaryKeyConstraint("key", name="pk_road_nodes"),
    )
    op.create_table(
        "charging_locations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("party", sa.String(40), nullable=False),
        sa.Column("location_id", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text()),
        sa.Column("city", sa.Text()),
        sa.Column("state", sa.Text()),
        sa.Column("postal_code", sa.String(16)),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.Column("cell", sa.Integer(), nullable=False),
        sa.Column("time_zone", sa.String(40)),
        sa.Column("operator", sa.Text()),
        sa.Column("network", sa.String(40)),
        sa.Column("access", sa.String(12), nullable=False),
        sa.Column("publish", sa.Boolean(), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("round_the_clock", sa.Boolean()),
        sa.Column("hours", sa.JSON()),
        sa.Column("price_text", sa.Text()),
        sa.Column("evses", sa.Integer(), nullable=False),
        sa.Column("dc_kw", sa.Float()),
        sa.Column("ac_kw", sa.Float()),
        sa.Column("ccs2_kw", sa.Float()),
        sa.Column("type2_kw", sa.Float()),
        sa.Column("chademo_kw", sa.Float()),
        sa.Column("type1_kw", sa.Float()),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("licence", sa.String(40)),
        sa.Column("checked_on", sa.Date()),
        sa.Column("last_updated", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(
            ["party"],
            ["charging_parties.key"],
            name="fk_charging_locations_party_charging_parties",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("party", "location_id", name="uq_charging_locations_party_location_id"),
        sa.PrimaryKeyConstraint("id", name="pk_charging_locations"),
    )
    op.create_index("ix_charging_locations_network", "charging_locations", ["network"])
    op.create_index("ix_charging_locations_shown_cell", "charging_locations", ["shown", "cell"])
    op.create_table(
        "charging_refusals",
        sa.Column("party", sa.String(40), nullable=False),
        sa.Column("object_id", sa.String(160), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("refused_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["party"],
            ["charging_parties.key"],
            name="fk_charging_refusals_party_charging_parties",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("party", "object_id", name="pk_charging_refusals"),
    )
    op.create_table(
        "charging_tariffs",
        sa.Column("party", sa.String(40), nullable=False),
        sa.Column("tariff_id", sa.String(36), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        sa.Column("elements", sa.JSON(), nullable=False),
        sa.Column("alt_text", sa.JSON()),
        sa.Column("last_updated", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["party"],
            ["charging_parties.key"],
            name="fk_charging_tariffs_party_charging_parties",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("party", "tariff_id", name="pk_charging_tariffs"),
    )
    op.create_table(
        "road_edges",
        sa.Column("start", sa.String(64), nullable=False),
        sa.Column("end", sa.String(64), nullable=False),
        sa.Column("km", sa.Float(), nullable=False),
        sa.Column("kmh", sa.Float(), nullable=False),
        sa.Column("road", sa.String(40), nullable=False),
        sa.Column("winding", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["start"], ["road_nodes.key"], name="fk_road_edges_start_road_nodes"),
        sa.ForeignKeyConstraint(["end"], ["road_nodes.key"], name="fk_road_edges_end_road_nodes"),
        sa.PrimaryKeyConstraint("start", "end", name="pk_road_edges"),
    )
    op.create_table(
        "charging_evses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("location", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(64), nullable=False),
        sa.Column("evse_id", sa.String(48)),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("status_at", sa.DateTime(timezone=True)),
        sa.Column("physical_reference", sa.String(32)),
        sa.Column("floor_level", sa.String(16)),
        sa.ForeignKeyConstraint(
            ["location"],
            ["charging_locations.id"],
            name="fk_charging_evses_location_charging_locations",
            ondelete="CASCADE",
        ),
        sa.UniqueConstraint("location", "uid", name="uq_charging_evses_location_uid"),
        sa.PrimaryKeyConstraint("id", name="pk_charging_evses"),
    )
    op.create_table(
        "charging_connectors",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("evse", sa.Integer(), nullable=False),
        sa.Column("connector_id", sa.String(36), nullable=False),
        sa.Column("standard", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("format", sa.String(8)),
        sa.Column("current", sa.String(2), nullable=False),
        sa.Column("power_type", sa.String(20)),
        sa.Column("kw", sa.Float()),
        sa.Column("tariff_ids", sa.JSON()),
        sa.Column("last_updated", sa.DateTime(timezone=True)),
        sa.UniqueConstraint("evse", "connector_id", name="uq_charging_connectors_evse_connector_id"),
        sa.ForeignKeyConstraint(
            ["evse"],
            ["charging_evses.id"],
            name="fk_charging_connectors_evse_charging_evses",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_charging_connectors"),
    )


def downgrade() -> None:
    op.drop_table("charging_connectors")
    op.drop_table("charging_evses")
    op.drop_table("road_edges")
    op.drop_table("charging_tariffs")
    op.drop_table("charging_refusals")
    op.drop_table("charging_locations")
    op.drop_table("road_nodes")
    op.drop_table("places")
    op.drop_table("charging_parties")
    op.drop_table("charging_network_prices")
    op.drop_table("charging_home_tariffs")
    op.drop_table("charging_curve_points")

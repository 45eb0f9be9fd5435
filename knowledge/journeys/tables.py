"""Tables of journeys: the main roads as a graph."""

from sqlalchemy import Boolean, CheckConstraint, Float, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.database import Base


class RoadNode(Base):
    """A town, junction or rest area on a road."""

    __tablename__ = "road_nodes"
    __table_args__ = (CheckConstraint("kind IN ('town', 'junction', 'rest_area', 'airport')", name="kind"),)

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(12))
    country: Mapped[str] = mapped_column(String(2))
    latitude: Mapped[float] = mapped_column(Float)
    longitude: Mapped[float] = mapped_column(Float)


class RoadEdge(Base):
    """A road between two nodes, driven both ways: km by road, and a calm driver's average in km/h."""

    __tablename__ = "road_edges"

    start: Mapped[str] = mapped_column(ForeignKey("road_nodes.key"), primary_key=True)
    end: Mapped[str] = mapped_column(ForeignKey("road_nodes.key"), primary_key=True)
    km: Mapped[float] = mapped_column(Float)
    kmh: Mapped[float] = mapped_column(Float)
    road: Mapped[str] = mapped_column(String(40))
    winding: Mapped[bool] = mapped_column(Boolean)

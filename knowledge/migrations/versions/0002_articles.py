"""Articles: figures that stand in texts, sections, and their texts per language."""

import sqlalchemy as sa
from alembic import op

revision = "0002_articles"
down_revision = "0001_catalogue"
branch_labels = None
depends_on = None

Exact = sa.Numeric().with_variant(sa.String(40), "sqlite")


def upgrade() -> None:
    op.create_table(
        "figures",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("number", Exact),
        sa.Column("text", sa.Text()),
        sa.Column("day", sa.Date()),
        sa.Column("unit", sa.String(16)),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.CheckConstraint("status IN ('confirmed', 'reported', 'unconfirmed')", name="status"),
        sa.CheckConstraint(
            "(CASE WHEN number IS NULL THEN 0 ELSE 1 END) + (CASE WHEN text IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN day IS NULL THEN 0 ELSE 1 END) = 1",
            name="one_value",
        ),
        sa.PrimaryKeyConstraint("key", name="pk_figures"),
    )
    op.create_table(
        "article_sections",
        sa.Column("topic", sa.String(32), nullable=False),
        sa.Column("key", sa.String(32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("topic", "key", name="pk_article_sections"),
    )
    op.create_table(
        "article_texts",
        sa.Column("topic", sa.String(32), nullable=False),
        sa.Column("section", sa.String(32), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("keywords", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["topic", "section"],
            ["article_sections.topic", "article_sections.key"],
            name="fk_article_texts_topic_section_article_sections",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("topic", "section", "language", name="pk_article_texts"),
    )


def downgrade() -> None:
    for table in ("article_texts", "article_sections", "figures"):
        op.drop_table(table)

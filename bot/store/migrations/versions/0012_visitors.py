"""Who makes a request to a host just now, and of which site a source's feed is."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "visitors",
        sa.Column("host", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("holder", sa.String(32), nullable=False),
        sa.Column("until", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("host", name="pk_visitors"),
    )
    op.add_column("sources", sa.Column("site", sa.Text(), nullable=True))

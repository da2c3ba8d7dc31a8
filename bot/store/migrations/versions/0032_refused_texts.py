"""A text that an editor would not have stays refused, whatever other text is approved after it."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"

_BEFORE = """
UPDATE revisions SET
    refused_at = filed_at,
    refused_by = (
        SELECT user_id FROM decisions
        WHERE decisions.article_id = revisions.article_id AND decisions.verb = 'drop new text'
        ORDER BY decisions.id DESC LIMIT 1
    )
WHERE EXISTS (
    SELECT 1 FROM articles
    WHERE articles.id = revisions.article_id AND revisions.id > articles.revision_id
    AND (articles.pending_id IS NULL OR articles.pending_id <> revisions.id)
)
"""


def upgrade() -> None:
    op.add_column("revisions", sa.Column("refused_by", sa.BigInteger(), nullable=True))
    op.add_column("revisions", sa.Column("refused_at", sa.DateTime(timezone=True), nullable=True))
    op.execute(_BEFORE)

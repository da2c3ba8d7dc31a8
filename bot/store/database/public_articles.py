"""Which articles readers may be told of, since when and in which order: what every list and count asks."""

from sqlalchemy import bindparam, case, func, or_, select

from bot.domain.articles import ArticleState
from bot.store.database.tables import UTCDateTime, articles, entries, outlets, revisions, sources

# Articles that readers may be told of at the parameter `now`: as `StoredArticle.is_public` says of one.
IS_PUBLIC = (articles.c.state == ArticleState.LIVE) & or_(
    articles.c.not_before.is_(None), articles.c.not_before <= bindparam("now", type_=UTCDateTime())
)

# When an article became public, or will: at its filing, or at the end of an embargo that is later.
public_at = case(
    (articles.c.not_before > articles.c.filed_at, articles.c.not_before), else_=articles.c.filed_at
)

# When it came: its file was noticed, which may have waited long to be read; or at the end of the embargo.
came_at = case(
    (articles.c.not_before > articles.c.filed_at, articles.c.not_before),
    else_=func.coalesce(articles.c.came_at, articles.c.filed_at),
)

# The key of the section that it stands in, of a query that has its revision: as the text says, else as an
# editor set it for its source or its outlet.
SECTION = func.coalesce(
    articles.c.section,
    select(sources.c.section)
    .join(entries, entries.c.source_id == sources.c.id)
    .where(entries.c.article_id == articles.c.id, sources.c.section.is_not(None))
    .order_by(sources.c.id)
    .limit(1)
    .correlate(articles)
    .scalar_subquery(),
    select(outlets.c.section)
    .where(outlets.c.name == revisions.c.outlet)
    .correlate(revisions)
    .scalar_subquery(),
)

# By `recency.dated_at`; of one moment, or one day, what was filed last.
NEWEST_FIRST = (articles.c.dated_at.desc(), articles.c.id.desc())

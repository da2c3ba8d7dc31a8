"""Which articles readers may be told of: the one condition that every list, count and search asks."""

from sqlalchemy import bindparam, or_

from bot.domain.articles import ArticleState
from bot.store.database.tables import UTCDateTime, articles

# Articles that readers may be told of at the parameter `now`: as `StoredArticle.is_public` says of one.
IS_PUBLIC = (articles.c.state == ArticleState.LIVE) & or_(
    articles.c.not_before.is_(None), articles.c.not_before <= bindparam("now", type_=UTCDateTime())
)

"""Under which names a page, its JSON-LD or a front matter tells something of itself; the surest first."""

from collections.abc import Mapping

from summaries.lexicon import in_order

# In lower case, as `name`, `property` or `itemprop` of a meta element.
META: Mapping[str, tuple[str, ...]] = {
    "url": in_order("og:url twitter:url sharing_url dc.identifier"),
    "author": in_order("""
        author byl article:author_name parsely-author sailthru.author dc.creator dcterms.creator
        article_author cse_author cxenseparse:author article:author og:article:author
    """),
    "image": in_order("""
        og:image:secure_url og:image:url og:image twitter:image twitter:image:src thumbnail
    """),
    "outlet": in_order("og:site_name application-name sitename dc.publisher publisher"),
    "published": in_order("""
        article:published_time og:article:published_time datepublished og:published_time
        article:published parsely-pub-date cxenseparse:recs:publishtime cxenseparse:publishtime
        sailthru.date dcterms.issued dc.date.issued dcterms.created dc.date.created publish_date
        publish-date publishdate published_date publication_date publicationdate pubdate og:pubdate pdate
        ptime article_date_original article:publicationdate displaydate premiumcontentonfirstpublish
        dcsext.articlefirstpublished article.published rnews:datepublished dc.date dcterms.date date
        datecreated sn-post-date creation_date
    """),
    "modified": in_order("""
        article:modified_time og:article:modified_time og:updated_time datemodified last-modified lastmod
        utime dcterms.modified dc.date.modified article_date_updated revision_date
    """),
    "description": in_order("og:description description twitter:description dek sailthru.description"),
}
# schema.org's.
JSON_LD: Mapping[str, tuple[str, ...]] = {
    "url": in_order("url mainEntityOfPage @id"),
    "author": in_order("author creator"),
    "image": in_order("image thumbnailUrl"),
    "outlet": in_order("publisher sourceOrganization"),
    "published": in_order("datePublished dateCreated"),
    "modified": in_order("dateModified"),
    "description": in_order("description"),
}
# With "_" for "-".
FRONT_MATTER: Mapping[str, tuple[str, ...]] = {
    "headline": in_order("headline title"),
    "deck": in_order("deck subtitle subheading subheadline standfirst description summary excerpt"),
    "byline": in_order("byline author authors by"),
    "dateline": in_order("dateline place location city"),
    "section": in_order("section category categories genre kind type"),
    "filed_under": in_order("section category"),
    "outlet": in_order("outlet publisher publication newspaper site site_name sitename source"),
    "date": in_order("""
        date published publish_date publishdate pubdate published_at date_published published_time
    """),
    "modified": in_order("""
        modified lastmod updated last_modified_at last_modified date_modified updated_at modified_time
        modified_at
    """),
    "caption": in_order("caption image_caption photo_caption"),
    "url": in_order("canonical_url canonical canonicalurl url link permalink original_url"),
    "image": in_order("image cover featured_image featuredimage thumbnail og_image images"),
}

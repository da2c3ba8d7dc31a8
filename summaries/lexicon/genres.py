"""The marks of the kinds of text: how pages, sections and wires name a column, a live blog, a release.

All in lower case, a hyphen for a space, without the mark that follows them ("Opinion |", "LIVE:").
"""

from collections.abc import Mapping

from summaries.lexicon import words
from summaries.models import Genre

# How a text that is no report is called where it is shown.
SHOWN_AS: Mapping[Genre, str] = {
    "opinion": "Opinion",
    "interview": "Interview",
    "live": "Live",
    "newsletter": "Newsletter",
    "release": "Press release",
    "other": "Not news",
}

# What a section, a kicker or one side of a title's bar says; the same words stand in a page's address.
LABELS: Mapping[Genre, frozenset[str]] = {
    "release": words("""
        press-release press-releases news-release news-releases media-release media-releases pressrelease
        press-statement for-immediate-release paid-release sponsored-release pr-newswire business-wire
    """),
    "live": words("""
        live liveblog liveblogs live-blog live-blogs live-updates live-update live-coverage live-reporting
        live-news live-report as-it-happened
    """),
    "newsletter": words("""
        newsletter newsletters morning-email evening-email morning-briefing evening-briefing morning-brief
        evening-brief morning-newsletter evening-newsletter daily-newsletter weekly-newsletter
        weekly-edition daily-digest weekly-digest morning-digest
    """),
    "interview": words("""
        interview interviews the-interview exclusive-interview q&a q-and-a q-&-a questions-and-answers
        the-q&a in-conversation
    """),
    "opinion": words("""
        opinion opinions opinion-columnists opinion-column op-ed op-eds oped opeds comment commentary
        commentaries comment-and-opinion opinion-and-comment comment-is-free commentisfree column columns
        columnist columnists guest-column guest-columns guest-columnist editorial editorials editorial-board
        leading-article viewpoint viewpoints point-of-view points-of-view guest-essay
        guest-opinion guest-commentary letters letter readers-letters reader-letters
        letter-to-the-editor letters-to-the-editor letters-to-editor your-letters your-views
        voices perspectives ideas-and-opinion views blogs-and-opinion opinion-today
        review reviews film-reviews movie-reviews tv-reviews book-reviews theater-reviews theatre-reviews
        opinión opinion-editoriale opinião opinione opinioni meinung kommentar kommentare
        éditorial éditoriaux editoriales columnistas débats débats-et-opinions
    """),
    "other": words("""
        recipe recipes horoscope horoscopes crossword crosswords quiz quizzes classifieds tv-listings
        tv-guide obituary-notices death-notices standings scores-and-schedules
    """),
}

# What looks like news and is meant to be more, or less: no label is sure of it.
UNSURE_LABELS = words("""
    analysis news-analysis fact-check fact-checker fact-checking explainer perspective essay ideas blog blogs
    sponsored sponsored-content advertorial partner-content paid-post transcript transcripts
""")

# schema.org's types of what the page itself is.
TYPES: Mapping[str, Genre] = {
    "OpinionNewsArticle": "opinion",
    "ReviewNewsArticle": "opinion",
    "CriticReview": "opinion",
    "LiveBlogPosting": "live",
    "Interview": "interview",
    "Recipe": "other",
    "CollectionPage": "other",
    "Product": "other",
    "QAPage": "other",
    "FAQPage": "other",
    "DiscussionForumPosting": "other",
    "JobPosting": "other",
    "Quiz": "other",
}
NEWS_TYPES = frozenset({"NewsArticle", "ReportageNewsArticle"})
UNSURE_TYPES = frozenset(
    {"AnalysisNewsArticle", "BackgroundNewsArticle", "ClaimReview", "AdvertiserContentArticle"}
)

# What stands on a line of its own, at the line's beginning, and makes the page a letter to subscribers.
NEWSLETTER_OPENINGS = (
    *("view in browser", "view in your browser", "view online", "view web version", "view this email"),
    *("view this in your browser", "view this newsletter", "read in browser", "open in browser"),
    *("read online", "having trouble viewing this email", "email not displaying", "unsubscribe"),
    *("manage preferences", "manage your preferences", "update your preferences", "you received this email"),
    *("you are receiving this", "you're receiving this", "was this email forwarded", "was this forwarded"),
    *("was this newsletter forwarded", "forwarded this email", "forwarded this newsletter"),
)

# Marks of the wires that carry releases, as they stand in a dateline or on a line of their own.
RELEASE_WIRES = (
    *("(BUSINESS WIRE)", "/PRNewswire/", "/PRNewswire-", "(PRNewswire)", "(PR NEWSWIRE)", "(GLOBE NEWSWIRE)"),
    *("(GlobeNewswire)", "/CNW/", "(Marketwired)", "(MARKETWIRE)", "(ACCESSWIRE)", "(ACCESS Newswire)"),
    *("(Newsfile Corp.", "/EINPresswire.com/", "(PRWEB)", "(SEND2PRESS NEWSWIRE)", "/PRWire/"),
)

# How a note under a column tells that what it says is its author's.
AUTHORS_OWN = (
    *("views expressed", "opinions expressed", "views and opinions", "opinions and views"),
    *("views are the author's", "views are her own", "views are his own", "views are their own"),
    *("opinions are the author's", "opinions are her own", "opinions are his own", "opinions are their own"),
    *("views in this column", "opinions in this column", "views in this article are"),
    *("opinions of the author", "views of the author", "opinion of the author", "opinions of its author"),
    *("is the author's own", "are the author's own", "are those of the author", "are those of the writer"),
)

# What somebody is who is named under a text and does not report.
COMMENTATORS = words("""
    columnist professor lecturer fellow economist historian novelist playwright author academic philosopher
    senator congressman congresswoman lawyer attorney theologian commentator critic scholar strategist
    president chairman chairwoman chair founder ceo director consultant
""")
REPORTERS = words("""
    reporter reporters correspondent correspondents editor editors journalist journalists staff intern
    reported reporting contributed contributing
""")

"""What editors see of articles and editions. Their actions, of article 12 where a number stands:

ap:12  preview            ak:12:yes  kill it, ak:12:no  do not    ep  the next edition
aw:12  how it stands      al:12      later…                       es  send it now
as:12  send now           al:12:28934580  not before: minutes     eh  hold editions
an:12  publish                            since 1970              ef  let them go
ah:12  hold               ac:12      correct what was sent        ed  drop the next
ad:12  drop: asks first              by its new text              el  later…, el:28934580
ax:12  drop the text that waits

df:3:live, df:3:held  file draft 3        dx:3  throw it away
ew  what waits        ea:7, er:7  make user 7 an editor, or no longer        ix:CODE  revoke a link
gi  let in the groups that readers brought the bot into      go  leave them out
"""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.articles import ArticleEntry, ArticleState, StoredArticle
from bot.domain.deliveries import UNTIL_LET_GO
from bot.domain.editing import ArticleEvent, NextEdition
from bot.domain.messages import Button, Buttons, Message
from bot.domain.plans import Orders
from bot.domain.words import cut
from bot.domain.zones import local_day
from bot.domain.zones import utc_moment as moment_of
from bot.render.articles import listed_title, origin, title
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import button, in_rows
from bot.render.clock import counted, moment
from bot.render.lists import note
from bot.render.split import messages
from summaries.models import Analysis

TITLE_LENGTH = 120
ACROSS = 5  # number buttons in a row
_FARTHEST = 50_000_000  # minutes since 1970: the year 2065; only a forged button names a later one
_STATES = {
    ArticleState.REVIEW: "waits for an editor",
    ArticleState.LIVE: "published",
    ArticleState.HELD: "held back",
    ArticleState.WITHDRAWN: "withdrawn, its file was removed",
    ArticleState.KILLED: "killed",
}


def short_title(article: StoredArticle) -> str:
    """The article's headline, short enough for a record."""
    return title_of_analysis(article.analysis)


def title_of_analysis(analysis: Analysis) -> str:
    """What an article that is not filed yet is called, cut for a line."""
    return cut(title(analysis.article), TITLE_LENGTH)


def control(
    article: StoredArticle, *, zone: ZoneInfo, now: datetime, done: str | None = None
) -> tuple[Message, ...]:
    """How an article stands, what was just done to it, and the buttons that decide on it."""
    return messages(
        (
            *((paragraph(done),) if done else ()),
            paragraph(bold(f"Article {article.id}"), f" · {short_title(article)}"),
            paragraph(italic(_standing(article, zone=zone, now=now))).close(),
        ),
        _decisions(article, now=now),
    )


def later(article: StoredArticle, *, zone: ZoneInfo, now: datetime) -> tuple[Message, ...]:
    """Moments before which readers are not told of the article, as an editor's clock shows them."""
    return messages(
        (
            paragraph(bold(f"Article {article.id}"), f" · {short_title(article)}"),
            paragraph(f"Not before? Or write the hour: /push {article.id} at 18:30").close(),
        ),
        (
            *in_rows([button(label, "al", article.id, at) for label, at in _moments(zone, now)], across=2),
            (button("‹ Back", "aw", article.id),),
        ),
    )


def editions_later(*, zone: ZoneInfo, now: datetime) -> tuple[Message, ...]:
    """Moments before which no edition is sent."""
    return messages(
        (paragraph("Hold all editions until?"),),
        (
            *in_rows([button(label, "el", at) for label, at in _moments(zone, now)], across=2),
            (button("‹ Back", "ep"),),
        ),
    )


def _moments(zone: ZoneInfo, now: datetime) -> tuple[tuple[str, int], ...]:
    """What a button calls a moment, and its minutes since 1970."""
    tomorrow = local_day(now, zone) + timedelta(days=1)
    moments = (
        ("In an hour", now + timedelta(hours=1)),
        ("In three hours", now + timedelta(hours=3)),
        ("Tomorrow 07:00", moment_of(tomorrow, time(7), zone)),
        ("Tomorrow 12:00", moment_of(tomorrow, time(12), zone)),
    )
    return tuple((label, _minutes(at)) for label, at in moments)


def ask_to_kill(article: StoredArticle) -> tuple[Message, ...]:
    """The question before an article is killed."""
    return messages(
        (
            paragraph(bold(f"Kill article {article.id}?"), f" {short_title(article)}"),
            paragraph("What was sent of it is deleted, or marked where it is too old to delete."),
        ),
        ((button("Kill it", "ak", article.id, "yes"), button("Keep it", "ak", article.id, "no")),),
    )


def which_article(found: Sequence[ArticleEntry], how: str) -> tuple[Message, ...]:
    """Articles by number, of which one is meant."""
    if not found:
        return note("There are no articles yet.")
    return messages(
        (paragraph(how), *(article_line(one) for one in found)),
        in_rows([button(str(one.article_id), "ap", one.article_id) for one in found], across=ACROSS),
    )


def _standing(article: StoredArticle, *, zone: ZoneInfo, now: datetime) -> str:
    if article.state is ArticleState.LIVE and article.not_before and article.not_before > now:
        return f"not before {moment(article.not_before, zone=zone, now=now)} ({zone.key})"
    stands = [_STATES[article.state]]
    if article.history:
        stands.append("history: nobody is told of it unless you send it")
    if article.pending_id:
        stands.append("a new text of it waits for an editor")
    return "; ".join(stands)


def _decisions(article: StoredArticle, *, now: datetime) -> Buttons:
    if article.state in (ArticleState.KILLED, ArticleState.WITHDRAWN):
        return ()
    first = [button("Send now", "as", article.id)]
    if not article.is_public(now=now):
        first.append(button("Publish", "an", article.id))
    held = [] if article.state is ArticleState.HELD else [button("Hold", "ah", article.id)]
    return (
        *((_of_pending(article.id),) if article.pending_id else ()),
        tuple(first),
        (*held, button("Drop", "ad", article.id), button("Later…", "al", article.id)),
        (button("Preview", "ap", article.id),),
    )


def _of_pending(article_id: int) -> tuple[Button, ...]:
    return button("Publish the new text", "an", article_id), button("Drop it", "ax", article_id)


def article_line(one: ArticleEntry) -> Block:
    """An article as a line that begins with its number."""
    named = linked(bold(cut(listed_title(one), TITLE_LENGTH)), one.url)
    return paragraph(plain(f"{one.article_id} · "), named).close()


def edition_control(
    edition: NextEdition, *, zone: ZoneInfo, now: datetime, done: str | None = None
) -> tuple[Message, ...]:
    """How the next edition stands, and the buttons that decide on it."""
    held = is_held(edition.orders, now=now)
    heading = "This is the next edition" if edition.pages else "Nothing is new for the next edition"
    return messages(
        (
            *((paragraph(done),) if done else ()),
            paragraph(bold(f"{heading}, as your own chat would get it.")),
            paragraph(when(edition.orders, edition.next_due, zone=zone, now=now)).close(),
            paragraph(f"Subscribers: {edition.subscribers}").close(),
        ),
        (
            (button("Send now", "es"),),
            (
                button("Let go", "ef") if held else button("Hold", "eh"),
                button("Drop", "ed"),
                button("Later…", "el"),
            ),
        ),
    )


def is_held(orders: Orders, *, now: datetime) -> bool:
    """Whether all editions are held at `now`."""
    return orders.held_until is not None and orders.held_until > now


def when(orders: Orders, next_due: datetime | None, *, zone: ZoneInfo, now: datetime) -> str:
    """When the next edition comes, or until when all are held, in a sentence."""
    if orders.held_until is not None and orders.held_until > now:
        if orders.held_until >= UNTIL_LET_GO:
            return "All editions are held until an editor lets them go."
        return f"All editions are held until {moment(orders.held_until, zone=zone, now=now)} ({zone.key})."
    if next_due is None:
        return "No edition is ordered by anybody."
    return f"The next edition is due {moment(next_due, zone=zone, now=now)} ({zone.key})."


def notice(event: ArticleEvent, articles: tuple[StoredArticle, ...], total: int) -> Message:
    """What editors are told of articles that came, changed or went."""
    said = {
        "waiting": ("waits for an editor", "wait for an editor"),
        "changed": ("has a new text that waits for an editor", "have new texts that wait for an editor"),
        "revised": ("has a new text", "have a new text"),
        "withdrawn": ("is withdrawn: its file was removed", "are withdrawn: their files were removed"),
    }[event]
    more = [paragraph(italic(f"and {total - len(articles)} more")).close()] if total > len(articles) else []
    buttons: Buttons = ()
    if event == "waiting" and len(articles) == 1:
        (one,) = articles
        buttons = (
            (
                button("Preview", "ap", one.id),
                button("Send now", "as", one.id),
                button("Publish", "an", one.id),
            ),
            (button("Hold", "ah", one.id), button("Drop", "ad", one.id), button("Later…", "al", one.id)),
        )
    elif event == "changed" and len(articles) == 1:
        (one,) = articles
        buttons = ((button("Preview", "ap", one.id), *_of_pending(one.id)),)
    elif event in ("waiting", "changed"):
        buttons = in_rows([button(str(one.id), "ap", one.id) for one in articles], across=ACROSS)
    elif event == "revised":
        buttons = in_rows([button(f"Correct what was sent of {one.id}", "ac", one.id) for one in articles])
    (message, *_) = messages(
        (
            paragraph(bold(f"{counted(total, 'article')} {said[total > 1]}")),
            *(_listed(one) for one in articles),
            *more,
        ),
        buttons,
    )
    return message


def _minutes(at: datetime) -> int:
    return int(at.timestamp()) // 60


def of_minutes(minutes: int) -> datetime:
    """The moment of a button that says later."""
    return datetime.fromtimestamp(min(minutes, _FARTHEST) * 60, UTC)


def _listed(article: StoredArticle) -> Block:
    read = article.analysis.article
    named, told = linked(plain(short_title(article)), read.url), origin(read)
    return paragraph(f"{article.id} · ", named, italic(f" · {told}" if told else "")).close()

"""What editors see of articles and editions. Their actions, of article 12 where a number stands:

A further number behind the decisions on an article is its turn as the message shows it (as:12:3): once the
article has moved on, the button decides nothing, and it is said what happened since.

ap:12  preview            ak:12:yes  kill it, ak:12:no  do not
aw:12  how it stands      al:12      later…
as:12  send now           al:12:28934580  not before: minutes
an:12  publish                            since 1970
ah:12  hold               av:12  ao:12   what changed in its text, in the dropped one
ad:12  drop: asks first   ac:12:34   correct what was sent by its text of that number
ax:12  drop the text that waits          dd:3  show draft 3, db:3 in place
ab:12  keep it, though its file is gone; or bring it back     ar:12  withdraw it

ep  the next edition: see `render/next_edition`

df:3:live, df:3:held  file draft 3        dx:3  throw it away
mm:12  what was repaired in it, and what can be: see `render/repairing`

ew  what waits; ew:0 in place           ea:7, er:7  make user 7 an editor, or no longer
ix:CODE  revoke a link, iu:CODE  undo that       ec:7, en:7  make editor 7 a chief, or no longer
eo:on, eo:off  dropping articles, sources and who edits are the chiefs'
gi, go  let in the groups that readers brought the bot into, or leave them out    gu:17134  undo that
cu:12:7  undo correction 7
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.articles import OUT, ArticleEntry, ArticleState, StoredArticle
from bot.domain.editing import OpenCorrection
from bot.domain.sendings import Sending
from bot.render import correction_notes
from bot.render.articles import CORRECTION_LENGTH, listed_title, title
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import BACK, button, in_rows
from bot.render.clock import moment
from bot.render.language import ENGLISH, Language
from bot.render.lists import note
from bot.render.people import name_of
from bot.render.sendings import stop_button, under_way
from bot.render.texts import Said, _, in_line, ngettext, pgettext
from bot.render.unsaid import Unsaid, UnsaidButton, UnsaidButtons, messages
from summaries.models import Analysis

TITLE_LENGTH = 120
ACROSS = 5  # number buttons in a row
_STATES = {
    # Translators: how an article stands, alone in the line under its headline.
    ArticleState.REVIEW: pgettext("article", "waits for an editor"),
    ArticleState.LIVE: pgettext("article", "published"),
    ArticleState.HELD: pgettext("article", "held back"),
    ArticleState.WITHDRAWN: pgettext("article", "withdrawn, its file was removed"),
    ArticleState.KILLED: pgettext("article", "dropped"),
}


def short_title(article: StoredArticle) -> Said:
    """The article's headline, cut for a line."""
    return title(article.analysis.article, TITLE_LENGTH)


def recorded_as(analysis: Analysis, language: Language = ENGLISH) -> str:
    """What an article is called in the record of what editors did: its headline, cut for a line."""
    return language.say(title(analysis.article, TITLE_LENGTH))


def control(
    article: StoredArticle,
    *,
    zone: ZoneInfo,
    now: datetime,
    done: Said | None = None,
    first: UnsaidButtons = (),
    sending: Sending | None = None,
    correction: OpenCorrection | None = None,
    names: Mapping[int, str] | None = None,
    refused: bool = False,
    sent: int = 0,
) -> tuple[Unsaid, ...]:
    """How an article stands, what was just done to it, and the buttons that decide on it.

    `first` are buttons above those: on what was just done; `refused`: editors would not have a text of it;
    `sending` is an order that is open and `correction` one that can be undone; `names` are of whose they are;
    `sent` is how many chats have it.
    """
    buttons, names = _decisions(article, now=now), names or {}
    if sending is not None:
        stop = stop_button(sending) if sending.can_be_stopped else button(_("Look again"), "aw", article.id)
        buttons = ((stop,), *buttons[-1:])
    if refused:
        buttons = (*buttons[:-1], (button(_("Dropped text…"), "ao", article.id),), *buttons[-1:])
    return messages(
        (
            *((paragraph(done),) if done else ()),
            named(article),
            paragraph(italic(_standing(article, sent=sent, zone=zone, now=now))).close(),
            *((paragraph(under_way(sending, names=names, now=now)).close(),) if sending else ()),
            *((_corrected(correction, names, zone=zone, now=now),) if correction else ()),
        ),
        (*first, *((_undo(article, correction),) if correction else ()), *buttons),
    )


def _corrected(what: OpenCorrection, names: Mapping[int, str], *, zone: ZoneInfo, now: datetime) -> Block:
    # Translators: {name} is an editor’s, {moment} is "today 18:00", {words} what readers are to be told.
    told = _(
        "{name} corrected it, {moment}, and nobody has been sent that yet: {words}",
        name=name_of(what.by, names),
        moment=moment(what.at, zone=zone, now=now),
        words=correction_notes.told(what.note, CORRECTION_LENGTH),
    )
    return paragraph(told)


def _undo(article: StoredArticle, what: OpenCorrection) -> tuple[UnsaidButton, ...]:
    return (button(_("Undo the correction"), "cu", article.id, what.id),)


def named(article: StoredArticle) -> Block:
    """An article by its number and headline."""
    return paragraph(bold(_("Article {number}", number=article.id)), " · ", short_title(article))


def ask_to_send(article: StoredArticle, chats: int, *, turn: int) -> tuple[Unsaid, ...]:
    """The question before an article is sent to many chats at once."""
    asked = ngettext("Send it to {count:,} chat now?", "Send it to {count:,} chats now?", chats)
    sure = ngettext("Send to {count:,} chat", "Send to {count:,} chats", chats)
    return messages(
        (named(article), paragraph(asked).close()),
        ((button(sure, "as", article.id, turn, "yes"), button(BACK, "aw", article.id)),),
    )


def ask_to_kill(article: StoredArticle, *, sent: int) -> tuple[Unsaid, ...]:
    """The question before an article is dropped, of which so many messages were sent."""
    told = ngettext("{count:,} message tells of it.", "{count:,} messages tell of it.", sent)
    becomes = _(
        "Messages of it alone are deleted, others go on without it. Those too old to delete are marked as"
        " withdrawn."
    )
    return messages(
        (
            paragraph(bold(_("Drop article {number}?", number=article.id)), " ", short_title(article)),
            paragraph(in_line(" ", (told, becomes) if sent else (told,))),
        ),
        (
            (
                button(pgettext("article", "Drop it"), "ak", article.id, "yes", article.turn),
                button(_("Keep it"), "ak", article.id, "no"),
            ),
        ),
    )


def no_such_article(number: int, likely: Sequence[ArticleEntry]) -> tuple[Unsaid, ...]:
    """That no article has the number, and those that may be meant."""
    return which_article(
        likely, _("There is no article {number}. One of these may be meant: press its number.", number=number)
    )


def which_article(found: Sequence[ArticleEntry], how: Said) -> tuple[Unsaid, ...]:
    """Articles by number, of which one is meant."""
    if not found:
        return note(_("There are no articles yet."))
    return messages(
        (paragraph(how), *(article_line(one) for one in found)),
        in_rows([button(str(one.article_id), "ap", one.article_id) for one in found], across=ACROSS),
    )


def _standing(article: StoredArticle, *, sent: int, zone: ZoneInfo, now: datetime) -> Said:
    stands: list[Said] = [_STATES[article.state]]
    if article.state is ArticleState.LIVE and article.not_before and article.not_before > now:
        at = moment(article.not_before, zone=zone, now=now)
        # Translators: {moment} is "today 18:00", {zone} the name of its time zone.
        stands = [pgettext("article", "not before {moment} ({zone})", moment=at, zone=zone.key)]
    if sent and article.state not in OUT:  # what was sent of others was taken back
        stands.append(ngettext("sent to {count:,} chat", "sent to {count:,} chats", sent))
    elif article.history and article.state not in OUT:
        stands.append(pgettext("article", "old news: nobody is told of it unless you send it"))
    if article.pending_id:
        stands.append(pgettext("article", "its new text waits for an editor"))
    if article.asks:
        stands.append(pgettext("article", "its file was removed"))
    if article.repairs:
        stands.append(ngettext("repaired once", "repaired {count} times", article.repairs))
    return in_line("; ", stands)


def _decisions(article: StoredArticle, *, now: datetime) -> UnsaidButtons:
    if article.state is ArticleState.KILLED:
        return ((to_queue(),),)
    if article.state is ArticleState.WITHDRAWN:
        return ((button(_("Bring it back"), "ab", article.id, article.turn),), (to_queue(),))
    first = [button(_("Send now"), "as", article.id, article.turn)]
    if not article.is_public(now=now):
        first.append(button(_("Publish"), "an", article.id, article.turn))
    held = [] if article.state is ArticleState.HELD else [button(_("Hold"), "ah", article.id, article.turn)]
    return (
        *((of_removed(article),) if article.asks else ()),
        *((of_pending(article), (to_change(article),)) if article.pending_id else ()),
        tuple(first),
        (*held, button(pgettext("article", "Drop"), "ad", article.id), button(_("Later…"), "al", article.id)),
        (button(_("Preview"), "ap", article.id), button(_("Repair…"), "mm", article.id), to_queue()),
    )


def to_change(article: StoredArticle) -> UnsaidButton:
    """Leads to what changed in its text."""
    return button(_("What changed"), "av", article.id)


def to_queue() -> UnsaidButton:
    """Leads to what waits."""
    return button(_("Queue"), "ew", 0)


def of_removed(article: StoredArticle) -> tuple[UnsaidButton, ...]:
    """The two buttons that answer what becomes of an article whose file is gone."""
    return (
        button(_("Keep it"), "ab", article.id, article.turn),
        button(_("Withdraw it"), "ar", article.id, article.turn),
    )


def of_pending(article: StoredArticle) -> tuple[UnsaidButton, ...]:
    """The two buttons that decide on a text which waits."""
    return (
        button(_("Publish the new text"), "an", article.id, article.turn),
        button(_("Drop new text"), "ax", article.id, article.turn),
    )


def article_line(one: ArticleEntry) -> Block:
    """An article as a line that begins with its number."""
    named = linked(bold(listed_title(one, TITLE_LENGTH)), one.url)
    return paragraph(plain(f"{one.article_id} · "), named).close()

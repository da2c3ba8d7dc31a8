"""What editors are told of unasked: articles that wait, changed, or went."""

from bot.domain.articles import StoredArticle
from bot.domain.differences import ToldChange
from bot.domain.editing import ArticleEvent
from bot.render.articles import origin
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import button, in_rows
from bot.render.differences import buttons_of, changed
from bot.render.editing import ACROSS, of_removed, short_title, to_queue
from bot.render.texts import Said, _, in_line, ngettext, pgettext
from bot.render.unsaid import Unsaid, UnsaidButtons, messages


def notice(
    event: ArticleEvent,
    articles: tuple[StoredArticle, ...],
    total: int,
    told: ToldChange | None = None,
) -> Unsaid:
    """What editors are told of articles that came, changed or went. `told`: what changed in the only one."""
    left = total - len(articles)
    more = [paragraph(italic(_("and {count} more", count=left))).close()] if left > 0 else []
    buttons: UnsaidButtons = ()
    if event == "waiting" and len(articles) == 1:
        (one,) = articles
        buttons = (
            (
                button(_("Preview"), "ap", one.id),
                button(_("Send now"), "as", one.id, one.turn),
                button(_("Publish"), "an", one.id, one.turn),
            ),
            (
                button(_("Hold"), "ah", one.id, one.turn),
                button(pgettext("article", "Drop"), "ad", one.id),
                button(_("Later…"), "al", one.id),
            ),
        )
    elif told is not None:
        buttons = buttons_of(articles[0], told.change, sent=told.sent)
    elif event == "removed" and len(articles) == 1:
        (one,) = articles
        buttons = (of_removed(one), (button(_("Preview"), "ap", one.id), to_queue()))
    elif event in ("waiting", "changed", "removed"):
        numbers = in_rows([button(str(one.id), "ap", one.id) for one in articles], across=ACROSS)
        buttons = (*numbers, (to_queue(),))
    elif event == "revised":
        buttons = in_rows(
            [button(_("What changed in {number}", number=one.id), "av", one.id) for one in articles], across=2
        )
    return messages(
        (
            paragraph(bold(_happened(event, total))),
            *map(_listed, articles),
            *more,
            *(changed(told.passages) if told is not None else ()),
        ),
        buttons,
    )[0]


def _happened(event: ArticleEvent, count: int) -> Said:
    match event:
        case "waiting":
            return ngettext(
                "{count} article waits for an editor", "{count} articles wait for an editor", count
            )
        case "changed":
            return ngettext(
                "{count} article has a new text that waits for an editor",
                "{count} articles have new texts that wait for an editor",
                count,
            )
        case "revised":
            return ngettext("{count} article has a new text", "{count} articles have a new text", count)
        case "removed":
            return ngettext(
                "{count} file was removed. Is its article to be withdrawn?",
                "{count} files were removed. Are their articles to be withdrawn?",
                count,
            )
        case "withdrawn":
            return ngettext(
                "{count} article is withdrawn: its file was removed",
                "{count} articles are withdrawn: their files were removed",
                count,
            )


def _listed(article: StoredArticle) -> Block:
    read = article.analysis.article
    named, told = linked(plain(short_title(article)), read.url), origin(read)
    return paragraph(f"{article.id} · ", named, italic(in_line("", (" · ", told)) if told else "")).close()

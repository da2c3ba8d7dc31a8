"""Documents and forwarded texts: read, shown, filed when the editor says so."""

from collections.abc import Iterable
from pathlib import PurePath

from telegram import Document, Update
from telegram.constants import ChatAction
from telegram.ext import filters

from bot.chat.editing.articles import EditedArticleHandlers
from bot.chat.editing.editors_only import Guard, editor_of
from bot.chat.parse import Context, caught, numbers
from bot.chat.reply import edit_in_place, reply
from bot.chat.routes import Route
from bot.desks.proposals import Proposals
from bot.domain.articles import ArticleState, Filed
from bot.domain.words import cut, typed
from bot.render.lists import note
from bot.render.proposals import ask_to_throw_away, proposal
from bot.render.reasons import reason
from bot.render.texts import Said, _
from bot.render.unsaid import Unsaid
from summaries.errors import ArticleError, UnreadableFileError

SUFFIXES = (".txt", ".md", ".html", ".htm")
LARGEST = 5_000_000  # bytes, as of the newsroom's files
STEM = 100  # graphemes of a file's name, so that its suffix is shown, too
REASON_LENGTH = 300  # graphemes
LONG = 400  # characters: a forwarded text that is an article and no remark
NOT_READ = _("I cannot read this file. Send a .txt, .md or .html document, or a list of feeds (.opml).")
TOO_LARGE = _("This file is too large. Send one of at most 5 MB.")
GONE = _("This was already filed or thrown away.")
THROWN_AWAY = _("Thrown away. Nothing of it is kept.")
_STATES = {"live": ArticleState.LIVE, "held": ArticleState.HELD}


class ProposalHandlers:
    """Takes articles from editors."""

    def __init__(self, proposals: Proposals, articles: EditedArticleHandlers) -> None:
        self._proposals = proposals
        self._articles = articles

    def all(self, guard: Guard) -> Iterable[Route]:
        """Every handler of this family."""
        return (
            guard.on_message(filters.Document.ALL, self.document),
            guard.on_message(filters.FORWARDED & _LongText(), self.forwarded),
            guard.on_press("df:{id}:(live|held)", self.file),
            guard.on_press("dx:{id}", self.ask_to_throw_away),
            guard.on_press("dx:{id}:yes", self.throw_away),
            guard.on_press("dd:{id}", self.show),
            guard.on_press("db:{id}", self.back),
        )

    async def document(self, update: Update, context: Context) -> None:
        """A document that is sent: read, shown, and asked about before it is filed."""
        document = update.message.document if update.message else None
        if document is None:
            return
        if (refusal := _refusal(document)) is not None:
            await reply(update, note(refusal))
            return
        file = await document.get_file()
        await self._propose(update, document_name(document), bytes(await file.download_as_bytearray()))

    async def forwarded(self, update: Update, context: Context) -> None:
        """A text that is passed on: the same."""
        text = _text(update)
        await self._propose(update, "forwarded.txt", text.encode("utf-8", "replace"))

    async def file(self, update: Update, context: Context) -> None:
        """Files what was proposed, to be published, reviewed or held as the button says."""
        by = editor_of(update)
        (draft_id,) = numbers(context)
        filed = await self._proposals.file(draft_id, _STATES[caught(context)], by=by)
        await edit_in_place(update, await self._filed(filed, by) if filed else note(GONE))

    async def show(self, update: Update, context: Context) -> None:
        """`dd:id`: what was proposed, with what can be done with it."""
        await reply(update, await self._draft(update, context))

    async def back(self, update: Update, context: Context) -> None:
        """`db:id`: the same, in place of what was asked about it."""
        await edit_in_place(update, await self._draft(update, context))

    async def ask_to_throw_away(self, update: Update, context: Context) -> None:
        """`dx:id`: asks whether what was proposed is to be forgotten."""
        draft = await self._proposals.find(numbers(context)[0], by=editor_of(update))
        await edit_in_place(update, ask_to_throw_away(draft) if draft else note(GONE))

    async def throw_away(self, update: Update, context: Context) -> None:
        """`dx:id:yes`: what was proposed is forgotten."""
        thrown = await self._proposals.throw_away(numbers(context)[0], by=editor_of(update))
        await edit_in_place(update, note(THROWN_AWAY if thrown else GONE))

    async def _draft(self, update: Update, context: Context) -> tuple[Unsaid, ...]:
        draft = await self._proposals.find(numbers(context)[0], by=editor_of(update))
        return proposal(draft) if draft else note(GONE)

    async def _propose(self, update: Update, name: str, content: bytes) -> None:
        if update.effective_chat is not None:
            await update.effective_chat.send_action(ChatAction.TYPING)
        try:
            draft = await self._proposals.propose(name, content, by=editor_of(update))
        except UnreadableFileError as error:
            why = reason(error.fact, REASON_LENGTH)
            # Translators: {file} is a file’s name, {why} the reason: "not UTF-8 at byte 12".
            await reply(update, note(_("I cannot read {file}: {why}.", file=name, why=why)))
        except ArticleError as error:
            await reply(update, note(str(error)))
        else:
            await reply(update, proposal(draft))

    async def _filed(self, filed: Filed, by: int) -> tuple[Unsaid, ...]:
        done = _("Filed.") if filed.outcome == "new" else _("This article was already filed.")
        return await self._articles.stand(filed.article_id, by, done=done)


class _LongText(filters.MessageFilter):
    def filter(self, message: object) -> bool:
        return len(_words_of(message)) >= LONG


def _text(update: Update) -> str:
    return _words_of(update.message)


def _words_of(message: object) -> str:
    return getattr(message, "text", None) or getattr(message, "caption", None) or ""


def _refusal(document: Document) -> Said | None:
    if PurePath(document_name(document)).suffix.lower() not in SUFFIXES:
        return NOT_READ
    return TOO_LARGE if (document.file_size or 0) > LARGEST else None


def document_name(document: Document) -> str:
    """The file's name, cut before its suffix: by that it is known what the document is."""
    sent = PurePath(document.file_name or "").name
    name = PurePath(typed(sent, len(sent)))
    return f"{cut(name.stem, STEM)}{name.suffix}" or "document"

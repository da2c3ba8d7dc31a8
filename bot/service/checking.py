"""`check`: whether the bot would run here, a line for each thing it needs. Changes nothing."""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Sequence
from dataclasses import dataclass
from pathlib import Path

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.botapi.request import AiohttpRequest
from bot.config.concealing import conceal
from bot.config.settings import Review, Settings
from bot.domain.errors import BriefingsError, SettingsError
from bot.domain.paths import why_not_made
from bot.localchat import EDITORS
from bot.newsroom.article_readers import ArticleReaders
from bot.newsroom.folder_listing import all_files
from bot.store.upkeep.trying import editors_of, try_database
from summaries.errors import ArticleError

_SENTENCE = b"Ada Reed opened the bridge on Monday.\n"
_SECONDS = 10.0  # for Telegram


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the check."""

    subject: str
    fact: str
    ok: bool

    def __str__(self) -> str:
        return f"{'ok' if self.ok else 'FAULT':7}{self.subject}: {conceal(self.fact)}"


def settings_found(faults: Sequence[str]) -> tuple[Finding, ...]:
    """A line, or a line a fault."""
    if not faults:
        return (Finding(subject="settings", fact="all can be used", ok=True),)
    return tuple(Finding(subject="settings", fact=line, ok=False) for line in faults)


async def findings(settings: Settings) -> AsyncIterator[Finding]:
    """What the bot needs beside its settings, each as soon as it was tried."""
    yield await _found("database", try_database(settings.database_url))
    yield await _found("seeds", asyncio.to_thread(_seeds, settings.seeds_dir))
    yield await _found("language model", _language_model(settings.spacy_model))
    yield await _found("Bot API", _bot_api(settings))
    if settings.review is Review.TWO:
        yield await _found("editors", _two_editors(settings))


async def _found(subject: str, attempt: Awaitable[str]) -> Finding:
    try:
        return Finding(subject=subject, fact=await attempt, ok=True)
    except (BriefingsError, ArticleError) as error:
        return Finding(subject=subject, fact=str(error), ok=False)
    except OSError as error:
        return Finding(subject=subject, fact=f"{error.filename}: {error.strerror}", ok=False)
    except InvalidToken:
        return Finding(subject=subject, fact="Telegram does not know this token", ok=False)
    except TelegramError as error:
        return Finding(subject=subject, fact=error.message, ok=False)


def _seeds(folder: Path) -> str:
    if not folder.exists():
        if fault := why_not_made(folder):
            raise SettingsError(fault)
        return f"{folder}, is made at the start"
    with os.scandir(folder):  # raises where it may not be read
        count = sum(1 for _ in all_files(folder))
    return f"{folder}, {count:,} {'article' if count == 1 else 'articles'}"


async def _two_editors(settings: Settings) -> str:
    """What takes two editors needs so many."""
    known = settings.editor_ids | await editors_of(settings.database_url)
    count = len(known | {one.id for one in EDITORS}) if settings.local else len(known)
    if count < 2:
        raise SettingsError(
            f"REVIEW=two takes two editors, and there {'is one' if count else 'are none'}: see EDITOR_IDS"
        )
    return f"{count}"


async def _language_model(pipeline: str) -> str:
    """Has a sentence read as an article is: in a process of its own."""
    readers = ArticleReaders(workers=1, pipeline=pipeline)
    try:
        await readers.read_text("check.txt", _SENTENCE)
    finally:
        readers.close()
    return pipeline


async def _bot_api(settings: Settings) -> str:
    if settings.telegram_bot_token is None:
        return "the local chat, as there is no TELEGRAM_BOT_TOKEN"
    request = AiohttpRequest(connections=1, seconds=_SECONDS)
    bot = Bot(
        settings.telegram_bot_token.get_secret_value(),
        base_url=f"{settings.telegram_api_url}/bot",
        request=request,
    )
    async with request:
        me = await bot.get_me()
    return f"{settings.telegram_api_url}, @{me.username}"

"""`python -m bot`: settings → app → run, and the verbs beside it.

What a verb needs is imported when it is asked for: a wrong setting is told in a moment.
"""

import argparse
import asyncio
import logging
import os
import signal
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.config.concealing import conceal
from bot.config.logs import set_up_logs
from bot.config.settings import Settings, misspelt, read_settings
from bot.domain.errors import BriefingsError, SettingsError

log = logging.getLogger("bot")


def main(arguments: Sequence[str]) -> int:
    """Runs the bot, or the verb that is asked for; the exit status: 78 (EX_CONFIG) for a wrong setting."""
    asked = _parser().parse_args(arguments)
    if asked.verb == "check":
        return asyncio.run(_check())
    try:
        settings = read_settings()
        set_up_logs(level=settings.log_level, form=settings.log_format)
        for line in misspelt():
            log.warning("%s", line)
        if asked.verb is None:
            asyncio.run(_run(settings))
        elif asked.verb == "sources":
            asyncio.run(_of_sources(settings, asked))
        else:
            asyncio.run(_of_database(settings.database_url, asked))
    except BriefingsError as error:
        print(conceal(str(error)), file=sys.stderr)
        # A wrong setting is as wrong at the next start: systemd need not try.
        return os.EX_CONFIG if isinstance(error, SettingsError) else 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Runs the bot. Settings come from the environment and .env."
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", title="instead of running")
    verbs.add_parser("check", help="tries settings, database, seeds, language model and Bot API")
    for verb, explained in (
        ("backup", "writes the database to FILE, while the bot runs too"),
        ("restore", "makes FILE, a backup, the database; no bot may run"),
        ("export", "writes who reads and edits to FILE, as JSON"),
        ("import", "adds who is in FILE and not here"),
    ):
        verbs.add_parser(verb, help=explained).add_argument("file", metavar="FILE", type=Path)
    copy = verbs.add_parser("copy", help="copies all of the SQLite database to DATABASE_URL; no bot may run")
    copy.add_argument("url", metavar="DATABASE_URL", help="an empty database in PostgreSQL")
    sources = verbs.add_parser("sources", help="addresses that articles are fetched from")
    of_sources = sources.add_subparsers(dest="sources_verb", metavar="VERB", required=True)
    of_sources.add_parser("list", help="prints them: articles a day, last success, what ails them")
    for verb, explained in (
        ("add", "adds the feed at ADDRESS, or of the site there"),
        ("remove", "removes the source at ADDRESS; its articles stay"),
        ("try", "prints what would be filed from ADDRESS (or a file), and files nothing"),
    ):
        of_sources.add_parser(verb, help=explained).add_argument("address", metavar="ADDRESS")
    for verb, explained in (
        ("import", "adds the feeds of FILE, a list as feed readers export it (OPML)"),
        ("export", "writes them to FILE as such a list"),
    ):
        of_sources.add_parser(verb, help=explained).add_argument("file", metavar="FILE", type=Path)
    return parser


async def _run(settings: Settings) -> None:
    from bot.service.run import run

    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    await run(settings, stop=stop, announce=_say)


async def _check() -> int:
    from bot.service.checking import findings, settings_found

    try:
        settings = read_settings()
    except SettingsError as error:
        for finding in settings_found([*str(error).splitlines(), *misspelt()]):
            _say(str(finding))
        return 1
    set_up_logs(level="ERROR", form=settings.log_format)  # the lines say it all
    wrong = bool(misspelt())
    for finding in settings_found(misspelt()):
        _say(str(finding))
    async for finding in findings(settings):
        _say(str(finding))
        wrong |= not finding.ok
    return int(wrong)


async def _of_database(url: str, asked: argparse.Namespace) -> None:
    from bot.service import verbs

    now = datetime.now(UTC)
    match asked.verb:
        case "backup":
            verbs.back_up(url, asked.file, say=_say)
        case "restore":
            await verbs.restore(url, asked.file, now=now, say=_say)
        case "export":
            await verbs.export_subscribers(url, asked.file, now=now, say=_say)
        case "import":
            await verbs.import_subscribers(url, asked.file, now=now, say=_say)
        case _:
            await verbs.copy_over(url, asked.url, say=_say)


async def _of_sources(settings: Settings, asked: argparse.Namespace) -> None:
    from bot.service import sourcing

    now = datetime.now(UTC)
    match asked.sources_verb:
        case "list":
            await sourcing.list_sources(settings, now=now, say=_say)
        case "add":
            await sourcing.add_source(settings, asked.address, now=now, say=_say)
        case "remove":
            await sourcing.remove_source(settings, asked.address, say=_say)
        case "import":
            await sourcing.import_sources(settings, asked.file, now=now, say=_say)
        case "export":
            await sourcing.export_sources(settings, asked.file, now=now, say=_say)
        case _:
            await sourcing.try_address(settings, asked.address, now=now, say=_say)


def _say(line: str) -> None:
    print(conceal(line), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""How long people wait for an answer from a large store, beside an echo bot of the same library."""

import asyncio
import math
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from bench.bots import Town, echo_bot, our_bot, town
from bench.copies import prepare_large
from bench.library import Library, survey
from bench.rows import Row, Size
from bench.stores import Place, databases, place
from bench.texts import some_texts
from bot.domain.languages import SOURCE
from bot.store import Store

ARTICLES: Final[dict[Size, int]] = {"small": 10_000, "full": 100_000}
NEW: Final[dict[Size, int]] = {"small": 100, "full": 1000}
ASKED: Final[dict[Size, int]] = {"small": 70, "full": 100}  # times each
WARM: Final = 10
REST: Final = 0.05  # between questions while articles are read, so that the reading goes on
GOAL, GOAL_BUSY = 3.0, 6.0
OTHER: Final = "ar"  # lines from the right, with what runs the other way kept whole in them
GOAL_OTHER: Final = 1.1
COMMANDS: Final[tuple[str, ...]] = ("/brief", "/who", "/quotes", "/search")
QUESTIONS: Final[tuple[str, ...]] = (*COMMANDS, "plain words")
_OF_NAMES: Final = ("Who is {}?", "What did {} say?", "{}")
_OF_WORDS: Final = ("What happened with the {}?", "anything new on {}")

Waits = dict[str, list[float]]


def run(size: Size) -> Iterator[Row]:
    """Rows for each database: with nothing else to do, and while new articles are read."""
    library = prepare_large(ARTICLES[size])
    for database in databases():
        yield from asyncio.run(_measure(database, library, size))


async def _measure(database: str, library: Path, size: Size) -> list[Row]:
    async with place(database, library) as here:
        known = await survey_of(here)
        seeds = here.folder / "seeds"
        async with (
            town() as echoing,
            town() as briefing,
            echo_bot(echoing),
            our_bot(briefing, database_url=here.database_url, seeds=seeds) as bot,
        ):
            await bot.until_ready()
            await _ask(echoing, briefing, known, times=WARM)
            quiet = await _ask(echoing, briefing, known, times=ASKED[size])
            case = f"{database}, {known.articles:,} articles"
            rows = list(_rows(case, quiet, GOAL))
            rows += _in_other(case, await _in_two(briefing, known, times=ASKED[size]))
            new = some_texts(NEW[size])
            for number, content in enumerate(new):
                (seeds / f"{number}.txt").write_text(f"{content}\n\nEdition {number}.", encoding="utf-8")
            await bot.until_reading()
            busy = await _ask(echoing, briefing, known, times=ASKED[size], rest=REST)
            async with asyncio.timeout(20 + len(new)):
                while await bot.metric("briefings_articles_total") < len(new):
                    for command, waits in (await _ask(echoing, briefing, known, times=5, rest=REST)).items():
                        busy[command] += waits
            rows += _rows(f"{database}, while {len(new):,} are read", busy, GOAL_BUSY)
    return rows


async def survey_of(here: Place) -> Library:
    """What the bot of this place can be asked for."""
    store = await Store.open(here.database_url)
    try:
        return await survey(store)
    finally:
        await store.close()


async def _ask(echoing: Town, briefing: Town, library: Library, *, times: int, rest: float = 0.0) -> Waits:
    """The echo bot and ours by turns, each command as often as the other.

    In a new order each round: the tail of a briefing's five messages is nobody's in particular.
    """
    chance = random.Random(times)
    waits: Waits = {"echo": [], **{command: [] for command in QUESTIONS}}
    for _ in range(times):
        for command in chance.sample(QUESTIONS, len(QUESTIONS)):
            asked = question(command, library, chance)
            waits["echo"].append(await echoing.ask(asked))
            waits[command].append(await briefing.ask(asked))
            await asyncio.sleep(rest)
    return waits


async def _in_two(briefing: Town, library: Library, *, times: int) -> dict[str, Waits]:
    """The same questions in English and in the language whose answers take the most work, by turns."""
    chance = random.Random(times)
    waits: dict[str, Waits] = {code: {command: [] for command in COMMANDS} for code in (SOURCE, OTHER)}
    for _ in range(times):
        for command in chance.sample(COMMANDS, len(COMMANDS)):
            asked = question(command, library, chance)
            for code in chance.sample((SOURCE, OTHER), 2):
                waits[code][command].append(await briefing.ask(asked, speaking=code))
    return waits


def _in_other(case: str, waits: dict[str, Waits]) -> Iterator[Row]:
    for command in COMMANDS:
        english, other = (_percentile(waits[code][command], 0.5) for code in (SOURCE, OTHER))
        note = f"p50 {1000 * other:.1f} ms, in English {1000 * english:.1f}"
        yield Row(
            name=f"{case}: {command} in Arabic",
            value=other / english,
            unit="× English",
            goal=GOAL_OTHER,
            note=note,
        )


def question(command: str, library: Library, chance: random.Random) -> str:
    """The command, or plain words, with something to ask for: half known, half unknown."""
    choose: Callable[[Sequence[str]], str] = chance.choice
    match command:
        case "/who":
            return f"/who {choose(library.names)}"
        case "/quotes":
            return f"/quotes {choose(library.names if chance.random() < 0.5 else library.words)}"
        case "/search":
            return f"/search {choose(library.words)}"
        case "plain words":
            of_names = chance.random() < 0.5
            asked = choose(_OF_NAMES if of_names else _OF_WORDS)
            return asked.format(choose(library.names if of_names else library.words))
    return command


def _rows(case: str, waits: Waits, goal: float) -> Iterator[Row]:
    echo = p95(waits["echo"])
    yield Row(name=f"{case}: echo bot, p95", value=1000 * echo, unit="ms")
    for command in QUESTIONS:
        ours = p95(waits[command])
        note = f"p50 {1000 * _percentile(waits[command], 0.5):.1f}, p95 {1000 * ours:.1f} ms"
        yield Row(name=f"{case}: {command}", value=ours / echo, unit="× echo", goal=goal, note=note)


def p95(values: Iterable[float]) -> float:
    """The time within which nineteen of twenty were."""
    return _percentile(values, 0.95)


def _percentile(values: Iterable[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[math.ceil(share * len(ordered)) - 1]

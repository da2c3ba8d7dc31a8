"""Bad input: one clear line in the log, the article left out or shown safely, everybody else unharmed.

One bot is fed with all of it: half lies in the folder before it starts, half comes while it runs.
"""

import asyncio
import re
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from bot.localchat import LocalMessage
from tests.telegram import Served, served
from tests.whole.process import SEED, Running, answering, ask, on_telegram, person_of, press

pytestmark = pytest.mark.asyncio(loop_scope="module")

LEFT_OUT: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n\t\n", "empty"),
    "outlet-only.txt": (b"Harbour News\n", "no body"),
    "no-body.html": (b"<html><head><title>Pilots</title></head><body></body></html>", "no body"),
    "front-matter-only.md": (b"---\ntitle: Pilots\n---\n", "no body"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(64), "a PNG picture, not a text"),
    "program.txt": (b"\x7fELF\x02\x01\x01" + bytes(64), "binary: a NUL at character 7"),
    "every-byte.txt": (bytes(range(1, 256)) * 20, "not UTF-8 at byte 127"),
    "cyrillic.txt": ("Лоцманы порта остались дома. ".encode("cp1251"), "not UTF-8 at byte 0"),
    "japanese.txt": ("水先人は金曜日に家にいると言った。".encode("shift_jis"), "not UTF-8 at byte 0"),
    "damaged.txt": ("The pilots’ strike. ".encode() * 20 + b"\xff\xfe", "not UTF-8 at byte 440"),
    "half-utf-16.txt": ("\ufeffThe pilots strike. ".encode("utf-16-le")[:-1], "not UTF-16 at byte 38"),
}
LARGE = 50_000_000  # bytes
HTML = "Pilots <b>strike</b> & <script>alert(1)</script> </a>"


@dataclass(frozen=True)
class Attacked:
    """The bot, and the Telegram that it is on."""

    running: Running
    served: Served
    seeds: Path

    async def ask(self, text: str) -> LocalMessage:
        return await ask(self.served.telegram, text)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def attacked(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Attacked]:
    folder = tmp_path_factory.mktemp("attacked")
    (folder / "secret.txt").write_text(a_page("Not for readers", "The vault’s code was changed."))
    seeds, later = folder / "seeds", folder / "later"
    for place in (seeds, later):
        place.mkdir()
        litter(place, secret=folder / "secret.txt")
    shutil.copy(SEED, seeds)
    readable(seeds)
    async with served() as telegram, on_telegram(folder, telegram) as running:
        await running.until_said("articles: .* new")
        later.rename(seeds / "later")
        yield Attacked(running, telegram, seeds)
    assert running.said_of("Traceback") == []


def litter(place: Path, *, secret: Path) -> None:
    """What no article is made of."""
    for name, (content, _) in LEFT_OUT.items():
        (place / name).write_bytes(content)
    with (place / "large.txt").open("wb") as file:
        file.truncate(LARGE)
    (place / "link.txt").symlink_to(secret)
    (place / "lost.txt").symlink_to(place / "nothing")
    (place / "folder.txt").mkdir()


def readable(place: Path) -> None:
    """What is odd and is read."""
    marks = "“Yes,” he said. “No.” " * 500
    for name, encoding, headline, sentence in (
        ("latin-1.txt", "cp1252", "Café keeper opens a lighthouse", "The café’s keeper lit the lamp."),
        ("utf-16.txt", "utf-16", "Tunnel under the bay floods", "Water rose in the tunnel’s south tube."),
        ("html.txt", "utf-8", HTML, "Someone wrote <i>never & no</i> on the wall of the pilots’ house."),
        ("marks-alone.txt", "utf-8", "Printers drop their type", "Printers dropped it. " + '"' * 10_000),
        ("marks.txt", "utf-8", "Interpreter answers at length", f"An interpreter answered. {marks}"),
    ):
        (place / name).write_text(a_page(headline, sentence), encoding=encoding)


def a_page(headline: str, sentence: str) -> str:
    return f"Harbour News\n\n{headline}\n\nPORTVILLE — {sentence}\n\nNobody was hurt on Friday.\n"


# ---------------------------------------------------------------- files


@pytest.mark.parametrize("below", ["", "later/"], ids=["at the start", "while it runs"])
@pytest.mark.parametrize(
    ("name", "fact"),
    [
        *((name, fact) for name, (_, fact) in LEFT_OUT.items()),
        ("large.txt", "too large: 50,000,000 bytes, at most 5,000,000"),
        ("link.txt", "a symbolic link out of the folder; left out"),
    ],
)
async def test_file_is_left_out_in_one_line(attacked: Attacked, below: str, name: str, fact: str) -> None:
    line = f"{below}{name}: {fact}"
    await attacked.running.until_said(re.escape(f"] {line}"))
    said = attacked.running.said_of(name)
    assert [one for one in said if one.startswith(f"{below}{name}")] == [line]


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        pytest.param("lighthouse", "Café keeper opens a lighthouse", id="Latin-1"),
        pytest.param("tunnel", "Tunnel under the bay floods", id="UTF-16"),
        pytest.param("pilots", HTML, id="HTML in a headline"),
        pytest.param("printers", "Printers drop their type", id="ten thousand marks in a row"),
        pytest.param("interpreter", "Interpreter answers at length", id="two thousand marks in pairs"),
    ],
)
async def test_odd_file_is_read_and_shown_as_it_is(attacked: Attacked, words: str, headline: str) -> None:
    await attacked.running.until_said(r"articles: 6 new, \d+ rejected")
    told = await attacked.ask(f"/brief {words}")
    assert told.text.splitlines()[:2] == [headline, "Harbour News · PORTVILLE"]
    heading = told.entities[0]
    assert (heading.type, heading.offset, heading.length) == ("bold", 0, len(headline))
    for button in answering(told):
        assert (await press(attacked.served.telegram, told, button)).text


async def test_what_a_link_leads_to_outside_is_nowhere(attacked: Attacked) -> None:
    assert (await attacked.ask("/search vault")).text == (
        "Nothing found for “vault”. Try fewer or other words."
    )


async def test_file_that_is_being_written_is_not_read_early(attacked: Attacked) -> None:
    await attacked.running.until_said(r"articles: 6 new, \d+ rejected")
    for ship in SHIPS:
        pause = await write_slowly(attacked.seeds / f"{ship}.txt", ship)
        await attacked.running.until_said(rf"{ship}\.txt: \w+$")
        if pause < 1:  # else this test stood still for so long that the file seemed to be whole
            break
    assert pause < 1, "the machine is too busy to write a file"
    found = await attacked.ask(f"/search {ship} passenger number 7")
    assert found.text.startswith(f"Found for “{ship} passenger number 7”\n\n{ship} returns\n")
    assert len(attacked.running.said_of(f"{ship}.txt")) == 1  # it was not read before, and again


SHIPS = ("Albatross", "Bonaventure", "Columbine", "Dolphin", "Eglantine", "Firebird", "Gloriana", "Hesper")


async def write_slowly(path: Path, ship: str) -> float:
    """A file that grows for three seconds; how long it once was the same, at most."""
    loop, pauses = asyncio.get_running_loop(), []
    with path.open("w") as file:
        file.write(f"Harbour News\n\n{ship} returns\n\nPORTVILLE — ")
        for number in range(8):
            file.write(f"The {ship}’s passenger number {number} came home on Friday.\n\n")
            file.flush()
            began = loop.time()
            await asyncio.sleep(0.4)
            pauses.append(loop.time() - began)
    return max(pauses)


# ---------------------------------------------------------------- words


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        pytest.param("x" * 4000, "x" * 119 + "…", id="four thousand characters"),
        pytest.param("😀" * 10, "😀" * 10, id="emoji"),
        pytest.param("<b>x</b> & </a>", "<b>x</b> & </a>", id="HTML"),
        pytest.param("\u200f\u202eQuixote", "Quixote", id="right-to-left marks"),
        pytest.param("' OR 1=1; --", "' OR 1=1; --", id="SQL"),
        pytest.param('%_*"', '%_*"', id="signs that mean something in a search"),
    ],
)
async def test_nonsense_gets_a_sensible_answer(attacked: Attacked, typed: str, named: str) -> None:
    nobody = f"Nobody called “{named}” is in the articles. /who lists who is in the news."
    assert (await attacked.ask(f"/who {typed}")).text == nobody
    for command in ("/quotes", "/search", "/brief"):
        assert (await attacked.ask(f"{command} {typed}")).text


async def test_name_with_a_right_to_left_mark_is_found(attacked: Attacked) -> None:
    assert (await attacked.ask("/who \u200fAssad")).text.startswith("Bashar Assad")


# ---------------------------------------------------------------- updates


async def test_malformed_updates_are_a_line_each_and_the_next_is_answered(attacked: Attacked) -> None:
    people = attacked.served.telegram
    nonsense = [
        {"message": {"text": "no chat, no date"}},
        {"message": "not even an object"},
        {"callback_query": {"id": "1"}},
        {"message": {"message_id": 1, "date": 10**30, "chat": {"id": 1, "type": "private"}}},
    ]
    numbers = [people.push_update(update) for update in nonsense]  # type: ignore[arg-type]
    assert (await attacked.ask("/start")).text
    await attacked.running.until_said(f"update {numbers[-1]} was left out")  # its lines come by another way
    assert attacked.running.said_of("makes no sense") == [
        f"update {number} was left out, it makes no sense: {why}"
        for number, why in zip(
            numbers, ("KeyError", "AttributeError", "TypeError", "OverflowError"), strict=True
        )
    ]


async def test_update_of_a_kind_nobody_knows_is_passed_over(attacked: Attacked) -> None:
    people = attacked.served.telegram
    people.push_update({})
    people.push_update({"message": {"message_id": 1, "date": 1, "chat": {"id": "?", "type": "private"}}})
    assert (await attacked.ask("/start")).text


@pytest.mark.parametrize("action", ["q:99999999999999999999", "q:-1", "t:1:1:1", "<b>", "\u202e", "💥" * 16])
async def test_forged_button_is_answered(attacked: Attacked, action: str) -> None:
    people = attacked.served.telegram
    told = await attacked.ask("/latest")
    pressed = people.press_action(person_of(people, told), told, action)
    answer = await people.until(
        lambda: next((one for one in people.answers if one.callback == pressed), None)
    )
    assert answer.text == "This button no longer works. Write the command again."


# ---------------------------------------------------------------- groups


async def test_group_is_answered_by_name_and_other_bots_are_left_alone(attacked: Attacked) -> None:
    people = attacked.served.telegram
    somebody = people.add_user()
    group = people.add_group(members=[somebody])
    people.say(somebody, "/brief@another_bot aleppo", chat=group)
    told = await ask(people, "/brief@briefings_local_bot aleppo", user=somebody, chat=group)
    assert told.text.splitlines()[0] == "Aleppo Cease-fire Unravels, Raising Specter of Bloody End"
    assert people.sent(group) == (told,)

"""What the bot says is in the catalogue, whole and with its places, and is said in a language by it."""

import ast
import re
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path
from string import Formatter

import pytest

import bot
from bench.catalogue import TEMPLATE, messages, template
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain, to_html
from bot.render.language import ENGLISH, Language
from bot.render.texts import Run, Said, Text, _, in_line, listed, ngettext, pgettext

ROOT = Path(bot.__file__).parent
SOURCES = {str(path.relative_to(ROOT)): path for path in sorted(ROOT.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in SOURCES.items()}
FORMS = {"_": 1, "ngettext": 3, "pgettext": 2}  # and how many arguments each takes before its places
# Places that say by their names what stands in them.
EVIDENT = {
    *("all", "channel", "chat", "city", "count", "end", "failed", "file", "first", "group", "hour", "hours"),
    *("language", "name", "names", "number", "page", "pages", "second", "sent", "shown", "start", "title"),
    *("what", "word", "words"),
}
# What puts words into a message; their words are texts, or come from articles and people.
SHOWS = {"paragraph", "quotation", "bold", "italic", "plain", "button", "note", "_box", "close_press"}


class Backwards(NullTranslations):
    """A language whose words are the English ones in capitals, the places left as they are."""

    def gettext(self, message: str) -> str:
        return re.sub(
            r"{[^}]*}|[^{]+", lambda part: part[0] if part[0][0] == "{" else part[0].upper(), message
        )

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message if context.startswith("CLDR") else f"{context}: {message}")


class Given(NullTranslations):
    """A language of these messages."""

    def __init__(self, messages: dict[str, str]) -> None:
        super().__init__()
        self._messages = messages

    def gettext(self, message: str) -> str:
        return self._messages[message]


CAPITALS = Language("xx", Backwards())


def calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def places(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name is not None}


def test_the_template_holds_every_text_as_it_stands() -> None:
    assert TEMPLATE.read_text(encoding="utf-8") == template(), "python -m bench.catalogue writes it anew"


def test_the_template_misses_no_text_within_another() -> None:
    held = {message.id[0] if isinstance(message.id, tuple) else message.id for message in messages()}
    missed = [
        f"{file}:{call.lineno}: {words.value!r}"
        for file, tree in TREES.items()
        for name in FORMS
        for call in calls(tree, {name})
        if isinstance(words := call.args[name == "pgettext"], ast.Constant) and words.value not in held
    ]
    assert missed == [], "Babel reads no text inside a call inside another text: give it a name of its own"


def wrong(call: ast.Call, name: str) -> str | None:
    """What keeps the call from being a text that translators see whole."""
    fixed = FORMS[name]
    literal = call.args if name == "_" else call.args[:2]
    words = [str(node.value) for node in literal if isinstance(node, ast.Constant)]
    if len(call.args) != fixed or len(words) != len(literal):
        return "a text is written out, and its places are named"
    said = words[1:] if name == "pgettext" else words
    given = {str(keyword.arg) for keyword in call.keywords} | ({"count"} if fixed == 3 else set())
    wanted = {place for message in said for place in places(message)}
    return None if wanted == given else f"places {wanted} of {said[0]!r} are given {given}"


def test_a_text_is_a_literal_whose_places_are_all_given() -> None:
    found = [
        f"{file}:{call.lineno}: {fault}"
        for file, tree in TREES.items()
        if file != "render/texts.py"  # makes the texts of others
        for name in FORMS
        for call in calls(tree, {name})
        if (fault := wrong(call, name))
    ]
    assert found == []


def our_words(node: ast.AST) -> Iterator[str]:
    """Words in literals that no text holds: in the node, outside the calls within it."""
    if isinstance(node, ast.Call):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield from re.findall(r"[^\W\d_]{2,}", node.value)
    for child in ast.iter_child_nodes(node):
        yield from our_words(child)


def test_no_words_of_ours_are_shown_that_no_translator_sees() -> None:
    found = [
        f"{file}:{call.lineno}: {' '.join(words)}"
        for file, tree in TREES.items()
        if file.startswith(("render/", "chat/", "service/app"))
        for call in calls(tree, SHOWS)
        if (words := [word for shown in _shown(call) for word in our_words(shown)])
    ]
    assert found == []


def _shown(call: ast.Call) -> list[ast.expr]:
    """The arguments that are shown; a button's others are its action."""
    assert isinstance(call.func, ast.Name)
    return call.args[:1] if call.func.id in {"button", "_box"} else call.args


def test_every_plural_names_its_count() -> None:
    for message in messages():
        if isinstance(message.id, tuple):
            assert "count" in places(message.id[1]), message.id


def test_a_place_that_does_not_explain_itself_is_explained_to_translators() -> None:
    unexplained = [
        (message.id, named)
        for message in messages()
        if message.id and not message.auto_comments
        for form in (message.id if isinstance(message.id, tuple) else (message.id,))
        if (named := places(form) - EVIDENT)
    ]
    assert unexplained == []


def test_no_text_is_a_piece_that_begins_or_ends_in_the_middle() -> None:
    found = [
        form
        for message in messages()
        if message.id
        for form in (message.id if isinstance(message.id, tuple) else (message.id,))
        if form != form.strip() or form.startswith((",", ";"))
    ]
    assert found == []


def in_html(said: Run | Said, language: Language) -> str:
    return to_html([paragraph(said).said_in(language)])


SAID = {
    "a string": ("<Ada>", "<Ada>", "<Ada>"),
    "a text": (_("Held back"), "Held back", "HELD BACK"),
    "a name in it": (_("Remove {name}", name="Ada {0}"), "Remove Ada {0}", "REMOVE Ada {0}"),
    "a text in it": (_("at {day}", day=_("noon")), "at noon", "AT NOON"),
    "a number": (_("{count:,} new", count=1234), "1,234 new", "1,234 NEW"),
    "one": (ngettext("{count} man", "{count} men", 1), "1 man", "1 MAN"),
    "many": (ngettext("{count} man", "{count} men", 2), "2 men", "2 MEN"),
    "in a context": (pgettext("button", "Hold"), "Hold", "BUTTON: HOLD"),
    "a line": (in_line(" · ", ("Ada", "", _("today"))), "Ada · today", "Ada · TODAY"),
    "a list": (listed(["a", "b", "c"]), "a, b and c", "a, b AND c"),
    "a list of one": (listed(["a"]), "a", "a"),
    "a list of none": (listed([]), "", ""),
}


@pytest.mark.parametrize(("text", "english", "capitals"), SAID.values(), ids=SAID.keys())
def test_a_text_is_said_by_its_catalogue(text: Said, english: str, capitals: str) -> None:
    assert (ENGLISH.say(text), CAPITALS.say(text)) == (english, capitals)


def test_a_sentence_keeps_the_styles_in_it_in_whatever_order_it_is_said() -> None:
    text = _(
        "{name} is no longer shown under {actor}.",
        name=bold("<A>"),
        actor=linked(italic("B"), "https://b.org"),
    )
    turned = Language("yy", Given({text.message: "Von {actor} ist {name} getrennt."}))
    assert in_html(text, ENGLISH) == (
        '<b>&lt;A&gt;</b> is no longer shown under <a href="https://b.org"><i>B</i></a>.'
    )
    assert in_html(text, turned) == 'Von <a href="https://b.org"><i>B</i></a> ist <b>&lt;A&gt;</b> getrennt.'


def test_a_text_in_a_style_is_said_in_one_piece() -> None:
    block = paragraph(italic(_("Remove {name}", name="Ada")), plain(" now"))
    assert block.said_in(ENGLISH).runs == (Run("Remove Ada", "italic"), Run(" now"))


def test_a_block_without_texts_is_said_as_it_is() -> None:
    block = paragraph("Ada ", bold("Bo"))
    assert block.said_in(CAPITALS) is block


def test_what_is_said_is_counted_as_telegram_counts() -> None:
    block: Block = paragraph(_("{name} stays", name=bold("Ada")))
    assert (block.units, block.entities, bool(block)) == (len("\n\nAda stays"), 1, True)
    assert not paragraph(in_line(" · ", ()))


@pytest.mark.parametrize("text", [_("Held back"), in_line(" ", (_("a"), "b"))], ids=["text", "line"])
def test_a_text_stands_in_no_string(text: Text) -> None:
    with pytest.raises(TypeError, match="string"):
        f"{text}"
    with pytest.raises(TypeError, match="string"):
        str(text)

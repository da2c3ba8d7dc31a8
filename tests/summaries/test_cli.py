"""The command line: what is asked goes to stdout, a line a fault to stderr, and the status says which."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from summaries.__main__ import main
from summaries.models import Actor, Analysis, Quote, Span
from summaries.terminal import front_page, list_line, plain_briefing, report
from tests.summaries.builders import a_page, an_article

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_490beb8ad4f510ee.txt"
STORY = a_page(
    "Old bridge falls", "The old bridge over the Arn fell into the river on Monday, the mayor said."
)

ANOTHER_STORY = a_page(
    "Teachers vote on wages", "Teachers in Dalby voted on Sunday to strike for higher wages."
)


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def an_analysis() -> Analysis:
    article = an_article(
        "RIVERTON — The old bridge fell into the river on Wednesday.",
        "“It was old,” said the mayor, Ann Lee. “Very old.”",
        "“Nobody was hurt.”",
        dateline="RIVERTON",
        page_date=date(2016, 12, 15),
        event_date=date(2016, 12, 14),
        event_date_from="dateline",
    )
    text = article.text
    lee = find(text, "Ann Lee")
    return Analysis(
        article=article,
        summary=(find(text, "The old bridge fell into the river on Wednesday."),),
        actors=(Actor(name="Ann Lee", kind="person", description=find(text, "the mayor"), mentions=(lee,)),),
        quotes=(
            Quote(
                kind="direct",
                content=(find(text, "“It was old,”"), find(text, "“Very old.”")),
                verbatim=(find(text, "“It was old,”"), find(text, "“Very old.”")),
                cue=find(text, "said"),
                speaker=lee,
                actor=0,
            ),
            Quote(
                kind="direct",
                content=(find(text, "“Nobody was hurt.”"),),
                verbatim=(find(text, "“Nobody was hurt.”"),),
                actor=0,
            ),
        ),
    )


def test_briefing_shows_story_voices_and_people() -> None:
    assert plain_briefing(an_analysis(), width=50).split("\n") == [
        "─" * 50,
        "Bridge falls into the river",
        "The Valley Times · RIVERTON · 14 December 2016",
        "(from the dateline)",
        "",
        "• The old bridge fell into the river on Wednesday.",
        "",
        "Quotes",
        "  “It was old,” … “Very old.”",
        "      — Ann Lee, the mayor",
        "  “Nobody was hurt.”",
        "      — Ann Lee, the mayor, from the context",
        "",
        "Who",
        "  Ann Lee, the mayor (1)",
        "",
    ]


def test_report_shows_the_page_and_the_kinds_of_quotes() -> None:
    lines = report(an_analysis(), width=60).split("\n")
    assert "  Page date: 2016-12-15" in lines
    assert "      — Ann Lee, the mayor (direct)" in lines


def test_briefing_of_an_article_that_tells_nothing_dates_nothing() -> None:
    analysis = Analysis(article=an_article(headline=None, outlet=None, page_date=date(2024, 4, 24)))
    assert plain_briefing(analysis, width=60).split("\n") == ["─" * 60, "(no headline)", ""]


def test_line_of_a_list_says_the_kind_of_what_is_no_report() -> None:
    article = an_article()
    assert list_line(article) == "Bridge falls into the river"
    assert list_line(replace(article, genre="live")) == "Live · Bridge falls into the river"
    told = an_article(headline="LIVE: Bridge falls")
    assert list_line(replace(told, genre="live")) == "LIVE: Bridge falls"


def test_briefing_says_kind_and_day_of_publication_plainly() -> None:
    article = an_article(event_date=date(2016, 12, 15), event_date_from="published")
    column = Analysis(article=replace(article, genre="opinion"))
    assert plain_briefing(column, width=60).split("\n")[2] == "Opinion · The Valley Times · 15 December 2016"


@pytest.mark.parametrize("show", [plain_briefing, report])
def test_address_of_the_article_stands_whole_below_its_headline(show: Callable[..., str]) -> None:
    address = f"https://news.example/{'long/' * 20}"
    article = replace(an_article(), url=address)
    assert show(Analysis(article=article), width=60).split("\n").count(address) == 1


def test_briefing_of_another_language_says_that_it_is_not_read() -> None:
    analysis = Analysis(article=an_article(language="de"), analysed=False)
    assert (
        plain_briefing(analysis, width=60).split("\n")[4] == "Written in 'de', which is not read: no summary."
    )


@pytest.mark.parametrize("width", [40, 60, 100])
def test_briefing_fits_the_terminal(width: int) -> None:
    assert max(map(len, plain_briefing(an_analysis(), width=width).split("\n"))) == width


def test_json_is_one_object_a_line_in_the_order_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "b.txt").write_text(STORY)
    (tmp_path / "a.txt").write_text(STORY)
    paths = [str(tmp_path / name) for name in ("b.txt", "a.txt")]
    assert main(["analyze", "--json", *paths]) == 0
    assert [json.loads(line)["path"] for line in capsys.readouterr().out.splitlines()] == paths


def test_unreadable_article_costs_one_line_and_the_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(STORY)
    assert main(["analyze", "--json", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert [json.loads(line)["path"] for line in printed.out.splitlines()] == [str(tmp_path / "b.txt")]
    assert printed.err == f"{tmp_path / 'a.txt'}: empty\n"


def test_stories_are_groups_of_paths_in_the_order_of_filing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told_again = a_page(
        "Bridge over the Arn down", "On Monday the old bridge fell into the Arn, said the mayor."
    )
    for name, page in (("c.txt", STORY), ("a.txt", ANOTHER_STORY), ("b.txt", told_again)):
        (tmp_path / name).write_text(page)
    c, a, b = (str(tmp_path / name) for name in ("c.txt", "a.txt", "b.txt"))
    assert main(["stories", "--json", c, a, b]) == 0
    assert json.loads(capsys.readouterr().out) == {"groups": [[c, b], [a]]}
    assert main(["stories", "--json", b, a, c]) == 0
    assert json.loads(capsys.readouterr().out) == {"groups": [[b, c], [a]]}


def test_stories_leave_out_the_unreadable_article_and_say_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(STORY)
    assert main(["stories", "--json", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out) == {"groups": [[str(tmp_path / "b.txt")]]}
    assert printed.err == f"{tmp_path / 'a.txt'}: empty\n"


def test_front_page_lists_each_story_with_its_articles() -> None:
    told = [[("Old bridge falls", "b.txt"), ("Bridge down", "a.txt")], [("Vote on wages", "c.txt")]]
    assert front_page(told, width=60).split("\n") == [
        "2 articles",
        "  Old bridge falls",
        "    b.txt",
        "  Bridge down",
        "    a.txt",
        "",
        "1 article",
        "  Vote on wages",
        "    c.txt",
        "",
    ]


@pytest.mark.parametrize("said", ["environment", ".env"])
def test_pipeline_of_the_settings_reads_on_the_command_line_too(said: str, tmp_path: Path) -> None:
    named = {"SPACY_MODEL": "no_such_pipeline"} if said == "environment" else {}
    if said == ".env":
        (tmp_path / ".env").write_text("TELEGRAM_BOT_TOKEN=wrong\nSPACY_MODEL=no_such_pipeline\n")
    ended = subprocess.run(
        [sys.executable, "-m", "summaries", "brief", str(SEED)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | named,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("language model 'no_such_pipeline' cannot be loaded")
    assert ended.stderr.count("\n") == 1


def test_sentences_bounds_the_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyze", "--json", "--sentences", "2", str(SEED)]) == 0
    assert len(json.loads(capsys.readouterr().out)["summary"]) == 2


def test_folder_without_articles_is_unreadable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"{tmp_path}: a folder without articles\n"


@pytest.mark.parametrize("number", ["0", "-1", "three", "51", "٣", ""])
def test_number_of_sentences_is_validated(number: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["analyze", f"--sentences={number}", str(SEED)])
    assert stopped.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1].endswith(f"{number!r} is not a number from 1 to 50")


def test_reader_who_has_seen_enough_ends_it_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "-m", "summaries", "brief", str(SEED)],
        cwd=ROOT,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (1, b"")


def test_wrong_path_is_told_without_loading_spacy() -> None:
    code = "import sys, summaries.__main__ as c; c.main(['brief', 'x.txt']); sys.exit('spacy' in sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "x.txt: cannot be read: No such file or directory\n")

"""The analysis as JSON: what a line holds beside the words, and lines that older builds wrote."""

import json
from dataclasses import replace
from datetime import date

from summaries.jsonform import from_json, to_json
from summaries.models import Analysis
from tests.summaries.builders import an_article

BARE = Analysis(article=an_article(event_date=date(2016, 12, 14), event_date_from="published"))
FULL = replace(
    BARE,
    article=replace(
        BARE.article,
        url="https://valley.example/bridge",
        author="Ann Lee",
        image="https://valley.example/bridge.jpg",
        published="2016-12-14T08:00:00Z",
        modified="2016-12-15",
        genre="news",
        mended=True,
        section="World",
    ),
)
YOUNGER = ("url", "author", "image", "published", "modified", "genre")


def test_what_a_page_says_of_itself_comes_back() -> None:
    assert from_json(to_json(FULL)) == FULL


def test_what_a_page_does_not_say_is_null_and_mended_is_absent() -> None:
    article = json.loads(to_json(BARE))["article"]
    assert {name: article[name] for name in YOUNGER} == dict.fromkeys(YOUNGER)
    assert not {"mended", "section"} & article.keys()
    assert json.loads(to_json(FULL))["article"]["mended"] is True


def test_line_of_an_older_build_is_read() -> None:
    line = json.loads(to_json(FULL))
    line["article"] = {
        name: value for name, value in line["article"].items() if name not in (*YOUNGER, "mended", "section")
    }
    assert from_json(json.dumps(line)) == BARE

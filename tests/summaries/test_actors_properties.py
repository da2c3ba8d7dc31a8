"""What holds of every cast, whatever the text."""

import os
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summaries.articles import load
from summaries.models import Article
from tests.summaries.builders import an_article
from tests.summaries.reading import cast_of

TEXTS = Path(os.environ.get("EVAL", Path(__file__).parents[3] / "shared" / "eval"))

_WORDS = """
Keating Nora Torres Mr. President the rebels said “ ” " ( ) , . - of Bank Moscow Russia U.S. al van 5-3 he
they 1. AT LEEDS YORK and 's Syrian government Haj Mustafa who is a lawyer 🙂
"""
_words = st.sampled_from([*_WORDS.split(), "\n", "\u200f"])


def check(article: Article) -> None:
    cast = cast_of(article)
    text = article.text
    for number, actor in enumerate(cast.actors):
        assert actor.name
        assert actor.name not in actor.aliases
        assert actor.mentions
        assert all(
            0 <= m.start < m.end <= len(text) and m.of(text) == m.of(text).strip() for m in actor.mentions
        )
        assert all(one <= other for one, other in pairwise(actor.mentions))
        assert 0 <= actor.weight <= 1
        assert actor.description is None or actor.description.of(text).strip()
        assert number == 0 or actor.weight <= cast.actors[number - 1].weight


@settings(max_examples=60)
@given(st.lists(_words, min_size=1, max_size=60))
def test_cast_of_any_words_is_sound(words: list[str]) -> None:
    text = " ".join(words).strip()
    check(an_article(text or "Rain.", headline=None))


@pytest.mark.parametrize("kind", ["actors", "quotes", "summaries"])
def test_cast_of_real_articles_is_sound(kind: str) -> None:
    if not TEXTS.is_dir():
        pytest.skip(f"no real articles here; set EVAL to their folder (now {TEXTS})")
    for path in sorted((TEXTS / kind).glob("*.txt"))[::20]:
        check(load(path))


def test_text_of_one_name_is_read() -> None:
    check(an_article("Keating", headline=None))

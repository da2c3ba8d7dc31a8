"""Spans of a text, and which of many meet one."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from summaries.models import Span, meeting


@st.composite
def in_order(draw: st.DrawFn) -> tuple[Span, ...]:
    """Spans that stand in text order and never overlap; some touch."""
    borders = sorted(draw(st.sets(st.integers(0, 60), max_size=16)))
    spans = [Span(*pair) for pair in pairwise(borders)]
    return tuple(span for span in spans if draw(st.booleans()))


@given(in_order(), st.integers(0, 60), st.integers(1, 20))
def test_meeting_finds_those_that_share_a_character(spans: tuple[Span, ...], start: int, length: int) -> None:
    span = Span(start, start + length)
    assert tuple(meeting(spans, span)) == tuple(each for each in spans if each.meets(span))

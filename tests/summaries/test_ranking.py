"""sumy's rankers over our words."""

from unittest import mock

from hypothesis import given
from hypothesis import strategies as st
from sumy.summarizers.reduction import ReductionSummarizer

from summaries.summary import ranking


@given(st.lists(st.lists(st.sampled_from("abcdefg"), max_size=12), min_size=1, max_size=8))
def test_reduction_by_counts_places_sentences_as_sumy_does(words: list[list[str]]) -> None:
    with mock.patch.dict(ranking.RANKERS, reduction=ReductionSummarizer):  # type: ignore[arg-type]
        placed = ranking.rank(words, "reduction")
    assert ranking.rank(words, "reduction") == placed


def test_reduction_places_first_what_shares_most_words_with_the_others() -> None:
    words = [["rain", "fell", "on", "the", "town"], ["the", "town", "flooded"], ["nobody", "voted"]]
    assert ranking.rank(words, "reduction")[2] == 0.0

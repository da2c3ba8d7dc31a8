"""What editors changed in a reading, applied: pure, whichever reading of the words it is."""

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import excerpts, pull_quotes
from bot.domain.articles import ArticleState, StoredArticle, Story
from bot.domain.repairing import change_of_quote, repaired
from bot.domain.repairs import Change, Pull, RepairKind, plain_words
from summaries.models import Analysis, Quote, Span, Telling
from tests.bot.library import NOON, an_actor, an_analysis, did, said

FIRST = "The bridge will be closed until the last of the cracks is repaired."
SECOND = "Nobody told the people of the valley that the road was gone."
SENTENCES = (
    "The bridge at Arden was closed on Monday.",
    "A senior official of the county said little.",
    "Buses were sent around by the hill.",
    "The market stayed empty all day.",
)
READING = an_analysis(
    sentences=SENTENCES,
    actors=[an_actor("Ada Berg", aliases=("Berg",)), "Otto Wren", an_actor("Arden", kind="state")],
    quotes=[said("Ada Berg", FIRST), said("Otto Wren", SECOND)],
    actions=[did("Otto Wren", "closed", "Arden")],
)


def words_of(analysis: Analysis, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(analysis.article.text) for span in spans]


def speaker_of(analysis: Analysis, words: str) -> str | None:
    """Under which name these words stand."""
    quote = the_quote(analysis, words)
    if quote.actor is not None:
        return analysis.actors[quote.actor].name
    return quote.speaker.of(analysis.article.text) if quote.speaker else None


def the_quote(analysis: Analysis, words: str) -> Quote:
    return next(one for one in analysis.quotes if words[:20] in one.content[0].of(analysis.article.text))


def by(words: str, to: str | None, reading: Analysis = READING) -> Change:
    return change_of_quote(reading, the_quote(reading, words), RepairKind.SPEAKER, to)


def pull(words: str) -> Change:
    return change_of_quote(READING, the_quote(READING, words), RepairKind.PULL)


def struck(words: str) -> Change:
    return Change(kind=RepairKind.STRIKE, words=words)


def taken(words: str) -> Change:
    return Change(kind=RepairKind.TAKE, words=words)


def hidden(name: str) -> Change:
    return Change(kind=RepairKind.HIDE, words=name)


NO_PULL = Change(kind=RepairKind.NO_PULL)


def told(*changes: Change, reading: Analysis = READING) -> Story:
    shown = repaired(reading, changes)
    article = StoredArticle(
        id=1, revision_id=1, state=ArticleState.LIVE, story_id=1, filed_at=NOON, changed_at=NOON,
        not_before=None, correction=None, analysis=shown.analysis, pull=shown.pull,
    )  # fmt: skip
    return Story(id=1, articles=(article,))


def pulled(story: Story) -> str | None:
    found = pull_quotes.pull_quote(story)
    return None if found is None else found.quote.content[0].of(story.lead.text)[1:-2]


def test_without_changes_a_reading_is_as_it_was_read() -> None:
    shown = repaired(READING, ())
    assert (shown.analysis, shown.pull, shown.lapsed) == (READING, None, frozenset())


# ------------------------------------------------------------------ speakers


@pytest.mark.parametrize(
    ("to", "stands_under"),
    [
        pytest.param("Otto Wren", "Otto Wren", id="another actor"),
        pytest.param("Berg", "Ada Berg", id="an actor by another of its names"),
        pytest.param("A senior official of the county", "A senior official of the county", id="words"),
        pytest.param(None, None, id="nobody"),
    ],
)
def test_words_are_whose_an_editor_says(to: str | None, stands_under: str | None) -> None:
    shown = repaired(READING, [by(FIRST, to)])
    assert (speaker_of(shown.analysis, FIRST), shown.lapsed) == (stands_under, frozenset())
    assert speaker_of(shown.analysis, SECOND) == "Otto Wren"


def test_a_fragment_that_an_editor_has_stand_for_the_article_is_none() -> None:
    read = replace(READING, fragments=(0, 1))
    shown = repaired(read, [pull(FIRST)])
    assert shown.analysis.fragments == (1,)
    assert shown.pull is not None
    assert [one.quote for one in pull_quotes.pull_quotes(told(pull(FIRST), reading=read))] == [
        shown.pull.quote
    ]


def test_an_editors_word_on_a_speaker_is_told_without_a_doubt() -> None:
    quote = replace(the_quote(READING, FIRST), speaker=None)
    doubted = replace(READING, quotes=(quote, *READING.quotes[1:]), doubtful=(0,))
    shown = repaired(doubted, [by(FIRST, "Otto Wren", doubted)]).analysis
    righted = the_quote(shown, FIRST)
    assert shown.doubtful == ()
    assert righted.speaker is not None
    assert righted.speaker.of(shown.article.text) == "Otto Wren"


def test_of_the_same_few_words_twice_those_that_were_meant_are_changed() -> None:
    reading = an_analysis(
        sentences=["It rained."],
        actors=["Ada Berg", "Otto Wren", "Jun Orme"],
        quotes=[said("Ada Berg", "Not at all."), said("Otto Wren", "Not at all.")],
    )
    second = change_of_quote(reading, reading.quotes[1], RepairKind.SPEAKER, "Jun Orme")
    shown = repaired(reading, [second]).analysis
    assert [shown.actors[quote.actor or 0].name for quote in shown.quotes] == ["Ada Berg", "Jun Orme"]


def test_few_words_whose_sentence_is_gone_are_not_taken_for_anothers() -> None:
    both = an_analysis(
        actors=["Jun Orme"], quotes=[said("Ada Berg", "Not at all."), said("Otto Wren", FIRST)]
    )
    change = change_of_quote(both, both.quotes[0], RepairKind.SPEAKER, "Jun Orme")
    since = an_analysis(
        actors=["Jun Orme"], quotes=[said("Otto Wren", "Not at all."), said("Ada Berg", FIRST)]
    )
    shown = repaired(since, [change])
    assert shown.lapsed == {0}
    assert shown.analysis == since


# ------------------------------------------------------------------ pull quotes


def test_another_pull_quote_or_none_stands_for_the_article() -> None:
    assert pulled(told()) == FIRST[:-1]
    assert pulled(told(pull(SECOND))) == SECOND[:-1]
    assert pulled(told(pull(SECOND), NO_PULL)) is None
    assert pulled(told(NO_PULL, pull(SECOND))) == SECOND[:-1]


def test_what_was_struck_is_no_pull_quote() -> None:
    sentence = f"“{SECOND[:-1]},” Otto Wren said."
    alone = replace(READING, quotes=(replace(READING.quotes[1], content=(READING.sentences[-2],)),))
    assert sentence.startswith("“")
    change = change_of_quote(alone, alone.quotes[0], RepairKind.PULL)
    whole = plain_words(READING.sentences[-2].of(READING.article.text))
    assert pulled(told(change, struck(whole), reading=alone)) is None


def test_a_choice_counts_for_the_story_that_the_article_leads() -> None:
    story = told(NO_PULL)
    other = replace(told().lead, id=2)
    assert pulled(replace(story, articles=(story.lead, other))) is None
    assert pulled(replace(story, articles=(other, story.lead))) == FIRST[:-1]


# ------------------------------------------------------------------ sentences


def test_a_struck_sentence_is_nowhere_but_in_the_text() -> None:
    shown = repaired(READING, [struck(SENTENCES[0])]).analysis
    assert SENTENCES[0] not in words_of(shown, (*shown.summary, *shown.sentences))
    assert SENTENCES[0] in shown.article.text
    assert words_of(shown, shown.summary) == list(SENTENCES[1:3])


def test_a_struck_deed_is_told_no_more() -> None:
    assert repaired(READING, [struck("Otto Wren closed Arden.")]).analysis.actions == ()


def test_a_quotation_that_is_shown_with_the_whole_struck_sentence_is_not_shown() -> None:
    reading = an_analysis(quotes=[said("Ada Berg", "gone for good.", kind="mixed")])
    assert excerpts.shown(reading) == (0,)
    assert excerpts.shown(repaired(reading, [struck("Ada Berg said it was “gone for good.”")]).analysis) == ()


def test_a_taken_sentence_stands_in_the_place_of_another() -> None:
    shown = repaired(READING, [struck(SENTENCES[0]), taken(SENTENCES[3])]).analysis
    assert words_of(shown, shown.summary) == list(SENTENCES[1:])
    alone = repaired(READING, [taken(SENTENCES[3])]).analysis
    assert words_of(alone, alone.summary) == [SENTENCES[0], SENTENCES[1], SENTENCES[3]]


@pytest.mark.parametrize(
    ("changes", "stands"),
    [
        ((struck(SENTENCES[0]), taken(SENTENCES[0])), True),
        ((taken(SENTENCES[0]), struck(SENTENCES[0])), False),
    ],
    ids=["taken last", "struck last"],
)
def test_the_last_word_on_a_sentence_counts(changes: tuple[Change, ...], stands: bool) -> None:
    shown = repaired(READING, changes).analysis
    assert (SENTENCES[0] in words_of(shown, shown.summary)) is stands


# ------------------------------------------------------------------ actors


def test_a_hidden_actor_is_none_and_what_they_said_stays_in_the_articles_words() -> None:
    shown = repaired(READING, [hidden("Ada Berg")]).analysis
    assert [actor.name for actor in shown.actors] == ["Otto Wren", "Arden"]
    assert the_quote(shown, FIRST).actor is None
    assert (speaker_of(shown, FIRST), speaker_of(shown, SECOND)) == ("Ada Berg", "Otto Wren")
    assert [(action.agent, action.patient) for action in shown.actions] == [(0, 1)]


def test_what_is_told_of_others_stays_theirs_beside_a_hidden_actor_and_a_struck_sentence() -> None:
    first, second, *_ = READING.sentences
    told = ((first, 0), (first, 2), (second, 2))
    reading = replace(READING, tellings=tuple(Telling(sentence=one, actor=actor) for one, actor in told))
    shown = repaired(reading, [hidden("Ada Berg"), struck(SENTENCES[1])]).analysis
    assert [(one.sentence, shown.actors[one.actor].name) for one in shown.tellings] == [(first, "Arden")]


def test_who_is_no_actor_to_newer_rules_stays_hidden_and_is_told_of_where_the_name_is_gone() -> None:
    nobody = replace(READING, actors=READING.actors[1:], quotes=(), actions=())
    assert repaired(nobody, [hidden("Ada Berg")]).lapsed == frozenset()
    assert repaired(an_analysis(), [hidden("Ada Berg")]).lapsed == {0}


# ------------------------------------------------------------------ read again by other rules


def read_otherwise(reading: Analysis, seed: int) -> Analysis:
    """The same text as changed rules may read it: quotations parted, joined, lost, doubted and cut otherwise,
    actors called and ranked otherwise, sentences joined, another summary."""
    chance = random.Random(seed)
    quotes: list[Quote] = []
    for quote in reading.quotes:
        fate = chance.random()
        if fate < 0.1:
            continue
        if fate < 0.2:
            first, *others = quote.content
            middle = first.start + (first.end - first.start) // 2
            parts = (Span(first.start, middle), Span(middle, first.end))
            quotes += [replace(quote, content=(part,), verbatim=(part,)) for part in parts]
            quotes += [replace(quote, content=tuple(others), verbatim=tuple(others))] if others else []
        elif fate < 0.3:
            first, *others = quote.content
            quotes.append(replace(quote, content=(Span(first.start, first.end + 12), *others)))
        elif fate < 0.4:
            first, *others = quote.content
            quotes.append(replace(quote, content=(Span(first.start + 1, first.end - 1), *others)))
        else:
            quotes.append(quote)
    order = list(range(len(reading.actors)))
    chance.shuffle(order)
    moved = {place: number for number, place in enumerate(order)}
    actors = [reading.actors[place] for place in order]
    actors = [
        replace(one, name=one.aliases[0], aliases=(one.name, *one.aliases[1:])) if one.aliases else one
        for one in actors
    ]
    quotes = [replace(one, actor=None if one.actor is None else moved[one.actor]) for one in quotes]
    sentences: list[Span] = []
    for span in reading.sentences:
        if sentences and chance.random() < 0.15:
            sentences[-1] = Span(sentences[-1].start, span.end)
        else:
            sentences.append(span)
    return replace(
        reading,
        sentences=tuple(sentences),
        summary=tuple(sorted(chance.sample(sentences, min(3, len(sentences))))),
        actors=tuple(actors),
        quotes=tuple(quotes),
        doubtful=tuple(place for place in range(len(quotes)) if chance.random() < 0.1),
        actions=(),
    )


@cache
def an_article(seed: int) -> Analysis:
    """A long article of a few people, some called by their family names besides."""
    chance = random.Random(seed)
    people = [f"{first} {last}" for first, last in zip(("Ada", "Otto", "Jun", "Ida"), FAMILIES, strict=True)]
    says = [f"The {thing} of {place} {deed}." for thing in THINGS for place in PLACES for deed in DEEDS]
    chance.shuffle(says)
    return an_analysis(
        headline=f"Article {seed}",
        sentences=says[:12],
        actors=[an_actor(one, aliases=(one.split()[1],)) if chance.random() < 0.5 else one for one in people],
        quotes=[said(chance.choice(people), words) for words in says[12:20]],
    )


FAMILIES = ("Berg", "Wren", "Orme", "Yarrow")
THINGS = ("bridge", "harbour", "market", "long road")
PLACES = ("Arden", "the valley", "Selby")
DEEDS = ("was closed on Monday", "will be opened again soon", "had never been so full")


def random_change(reading: Analysis, chance: random.Random) -> Change:
    text, kind = reading.article.text, chance.choice(list(RepairKind))
    quote = chance.choice(reading.quotes)
    match kind:
        case RepairKind.PULL:
            return change_of_quote(reading, quote, kind)
        case RepairKind.SPEAKER:
            names = [actor.name for actor in reading.actors]
            return change_of_quote(reading, quote, kind, chance.choice([*names, None]))
        case RepairKind.NO_PULL:
            return Change(kind=kind)
        case RepairKind.HIDE:
            return Change(kind=kind, words=chance.choice(reading.actors).name)
        case RepairKind.STRIKE | RepairKind.TAKE:
            return Change(kind=kind, words=plain_words(chance.choice(reading.sentences[:12]).of(text)))


def outcomes() -> Iterator[tuple[Change, bool]]:
    """Two hundred changes, each of an article read otherwise since, and whether it is as was said."""
    chance = random.Random(1)
    for number in range(200):
        reading = an_article(number % 20)
        change = random_change(reading, chance)
        since = read_otherwise(reading, seed=number)
        shown = repaired(since, [change])
        yield change, not shown.lapsed and is_as_said(change, shown.analysis, shown.pull)


def is_as_said(change: Change, shown: Analysis, pull: Pull | None) -> bool:
    text = shown.article.text
    words = change.words[1:-2]
    match change.kind:
        case RepairKind.NO_PULL:
            return pull == Pull(None)
        case RepairKind.PULL:
            return pull is not None and pull.quote is not None and shares(pull.quote, words, text)
        case RepairKind.SPEAKER:
            said_so = [one for one in excerpts.quotations(shown) if shares(one, words, text)]
            return all(names(shown, one, change.to) for one in said_so) and bool(said_so or not change.to)
        case RepairKind.STRIKE:
            return all(change.words not in plain_words(span.of(text)) for span in shown.summary)
        case RepairKind.TAKE:
            return change.words in [plain_words(span.of(text)) for span in shown.summary]
        case RepairKind.HIDE:
            return all(change.words not in (actor.name, *actor.aliases) for actor in shown.actors)


def shares(quote: Quote, words: str, text: str) -> bool:
    told = [plain_words(piece.of(text)).strip("“”, ") for piece in quote.content]
    return any(one in sought or sought in one for one in told for sought in words.split("\n"))


def names(shown: Analysis, quote: Quote, to: str | None) -> bool:
    """Under the actor, or under its name as the article has it where newer rules take it for none."""
    if quote.actor is not None:
        actor = shown.actors[quote.actor]
        return to in (actor.name, *actor.aliases)
    return to == (quote.speaker and plain_words(quote.speaker.of(shown.article.text)))


def test_what_an_editor_decided_stays_decided_when_changed_rules_read_the_article_again() -> None:
    failed = [change for change, good in outcomes() if not good]
    assert len(failed) <= 10, failed  # at least 95 of 100: all their words stand


@settings(max_examples=60)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 10**6)), max_size=12), st.integers(0, 19))
def test_any_sequence_of_changes_and_undos_ends_where_the_changes_that_are_left_do(
    deeds: list[tuple[bool, int]], seed: int
) -> None:
    """Also: whatever was done, the reading stays whole, and undone to the last it is as it was read."""
    reading = an_article(seed)
    made: list[Change] = []
    for undoes, number in deeds:
        if undoes and made:
            del made[number % len(made)]
        else:
            made.append(random_change(reading, random.Random(number)))
        is_whole(repaired(reading, made).analysis)
    while made:
        made.pop(len(made) // 2)
    assert repaired(reading, made).analysis == reading


def is_whole(shown: Analysis) -> None:
    places = range(len(shown.actors))
    assert all(quote.actor is None or quote.actor in places for quote in shown.quotes)
    assert all(place in range(len(shown.quotes)) for place in shown.doubtful)
    assert list(shown.summary) == sorted(set(shown.summary))
    starts = [quote.content[0].start for quote in shown.quotes]
    assert starts == sorted(starts)
    assert all(0 <= start < end <= len(shown.article.text) for start, end in shown.summary)

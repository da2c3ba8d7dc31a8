"""Whom lists name, and whom they leave out: the article is not sure of them, or only passes them by."""

from dataclasses import replace

import pytest

from summaries.analysis import analyze
from summaries.listing import listed
from summaries.models import ActorKind, Analysis, Article
from tests.bot.library import Person, an_actor, an_analysis, did, said
from tests.summaries.builders import an_article


def _listed(analysis: Analysis) -> list[str]:
    return [analysis.actors[place].name for place in listed(analysis)]


LISTED = [
    pytest.param("Voss slept.", an_actor("Voss"), False, id="one-word-once"),
    pytest.param("Voss slept. Voss snored.", an_actor("Voss"), True, id="one-word-twice"),
    pytest.param("Ann Voss slept.", an_actor("Ann Voss"), True, id="full-name"),
    pytest.param("Dario van Elm slept.", an_actor("Dario van Elm"), True, id="built-as-a-name"),
    pytest.param("Suspected Arson came.", an_actor("Suspected Arson"), False, id="no-given-name"),
    pytest.param("Suspected Orme, 41, came.", an_actor("Suspected Orme"), True, id="with-an-age"),
    pytest.param("1) Orme, 2) Voss, 3) Elm.", an_actor("Voss"), False, id="before-a-number-that-is-no-age"),
    pytest.param("The nurse Voss slept.", an_actor("Voss", description="nurse"), True, id="said-to-be"),
    pytest.param("It rained in Chad.", an_actor("Chad", kind="state"), False, id="state-as-a-place"),
    pytest.param(
        "Chad, Chad and Chad again.", an_actor("Chad", kind="state"), True, id="state-that-it-is-about"
    ),
    pytest.param("He is at Elm College.", an_actor("Elm College", kind="organization"), False, id="employer"),
    pytest.param(
        "In the House of Elm it rained. It snowed in this House of Elm.",
        an_actor("House of Elm", kind="organization"),
        False,
        id="house-where-it-happens",
    ),
    pytest.param(
        "The House of Elm was full. It snowed in the House of Elm.",
        an_actor("House of Elm", kind="organization"),
        True,
        id="house-that-is-told-of",
    ),
    pytest.param(
        "All players, some players, no players, two players, more players.",
        an_actor("players", kind="group"),
        False,
        id="crowd-of-anybody",
    ),
    pytest.param(
        "Some rebel leaders, the rebel leaders, all rebel leaders, rebel leaders, more rebel leaders.",
        an_actor("rebel leaders", kind="group"),
        True,
        id="crowd-of-whose-anybody",
    ),
    pytest.param(
        "Elm Guild members sang. Some Elm Guild fans slept.",
        an_actor("Elm Guild", kind="organization"),
        False,
        id="house-whose-people-it-is",
    ),
    pytest.param(
        "Elm Guild membership grew. The Elm Guild fanfare was heard.",
        an_actor("Elm Guild", kind="organization"),
        True,
        id="house-with-words-like-its-people",
    ),
    pytest.param("Some residents slept.", an_actor("residents", kind="group"), False, id="crowd-once"),
    pytest.param("Some residents, all residents.", an_actor("residents", kind="group"), True, id="crowd"),
]


@pytest.mark.parametrize(("sentence", "actor", "expected"), LISTED)
def test_who_is_listed_though_nothing_is_done(sentence: str, actor: object, expected: bool) -> None:
    analysis = an_analysis(headline=None, sentences=(sentence,), actors=(actor,))  # type: ignore[arg-type]
    assert bool(listed(analysis)) is expected


def test_a_state_of_the_headline_is_listed_though_it_does_no_deed() -> None:
    analysis = an_analysis(
        headline="Chad and Mali agree to open their border",
        sentences=("Chad and Mali have agreed to open it.", "It rained in Niger."),
        actors=[an_actor(name, kind="state") for name in ("Chad", "Mali", "Niger")],
    )
    assert _listed(analysis) == ["Chad", "Mali"]


def test_a_court_that_only_hears_is_where_it_was_said() -> None:
    analysis = an_analysis(
        sentences=("Elm Crown Court heard that it rained.", "Elm High Court jailed Voss."),
        actors=[an_actor(name, kind="organization") for name in ("Elm Crown Court", "Elm High Court")],
        actions=(did("Elm Crown Court", "heard", "Voss"), did("Elm High Court", "jailed", "Voss")),
    )
    assert "Elm Crown Court" not in _listed(analysis)
    assert "Elm High Court" in _listed(analysis)


def test_who_speaks_or_acts_at_the_head_is_listed_though_named_once() -> None:
    analysis = an_analysis(
        sentences=(),
        actors=(
            an_actor("Voss"),
            an_actor("Chad", kind="state"),
            an_actor("Elm College", kind="organization"),
            an_actor("Mali", kind="state"),
        ),
        quotes=(said("Voss", "It is late."),),
        actions=(did("Chad", "sued", "Elm College"), did("Voss", "left", "Mali")),
    )
    assert _listed(analysis) == ["Voss", "Chad", "Elm College"]


@pytest.mark.parametrize(
    ("outlet", "actor", "expected"),
    [
        pytest.param("Elm Post", "Elm Post", False, id="its-name"),
        pytest.param("Elm Civil Ferries Union", "ECFU", False, id="its-initials"),
        pytest.param("Elm Post", "EP", True, id="two-letters-are-anybodys"),
        pytest.param("The Elm Post", "Post", False, id="the-end-of-its-name"),
        pytest.param("KELM Selby", "KELM", False, id="a-stations-letters"),
        pytest.param("Elm Post", "Elm", True, id="a-house-called-as-its-town"),
        pytest.param("elmpost.com", "ElmPost", False, id="its-address"),
        pytest.param("The Elm Post", "Elm Ferries", True, id="another-house"),
        pytest.param("Elm Magazine", "Elm", False, id="a-magazine-without-the-word"),
        pytest.param("The Elm Post", "POST ONLINE", False, id="its-pages-online"),
        pytest.param("The Elm Post", "Weekly", False, id="a-word-for-any-paper"),
        pytest.param(None, "Elm Post", True, id="no-outlet-told"),
    ],
)
def test_whose_page_it_is_is_no_actor_of_it(outlet: str | None, actor: str, expected: bool) -> None:
    analysis = an_analysis(
        sentences=(f"Voss sued {actor} as it was late.",),
        actors=(an_actor(actor, kind="organization"),),
        actions=(did("Voss", "sued", actor),),
    )
    read = replace(analysis, article=replace(analysis.article, outlet=outlet))
    assert (actor in _listed(read)) is expected


@pytest.mark.parametrize(
    ("sentence", "house", "expected"),
    [
        pytest.param("Voss told the Selby Post that it was late.", "Selby Post", False, id="told-to-a-paper"),
        pytest.param("A note seen by Reuters says it is late.", "Reuters", False, id="seen-by-an-agency"),
        pytest.param("Selby News has learnt that it is late.", "Selby News", False, id="a-paper-has-learnt"),
        pytest.param(
            "According to the Selby-Review, it is late.", "Selby-Review", False, id="according-to-a-paper"
        ),
        pytest.param(
            "According to the Selby Court, it is late.", "Selby Court", True, id="according-to-a-house"
        ),
        pytest.param("Voss sued the Selby Post for it.", "Selby Post", True, id="a-paper-in-the-news"),
        pytest.param(
            "Voss told the Selby Court that it was late.", "Selby Court", True, id="told-to-a-house"
        ),
    ],
)
def test_who_only_passes_on_what_was_said_is_no_actor(sentence: str, house: str, expected: bool) -> None:
    analysis = an_analysis(
        sentences=(sentence,),
        actors=(an_actor(house, kind="organization"),),
        actions=(did("Voss", "told", house),),
    )
    assert (house in _listed(analysis)) is expected


@pytest.mark.parametrize(
    ("sentence", "headline", "expected"),
    [
        pytest.param(
            "A bar made famous by the late Ann Orme shut.", "Bar shuts", False, id="dead-long-before"
        ),
        pytest.param("Her late sister Ann Orme had built it.", "Bar shuts", False, id="of-her-family"),
        pytest.param("The late Ann Orme was honoured.", "Town honours Ann Orme", True, id="in-the-headline"),
        pytest.param("Ann Orme came late.", "Bar shuts", True, id="late-for-something"),
    ],
)
def test_who_is_called_late_is_listed_where_the_news_is_theirs(
    sentence: str, headline: str, expected: bool
) -> None:
    actor = an_actor("Ann Orme")
    analysis = an_analysis(headline=headline, sentences=(sentence,), actors=(actor,))
    assert bool(listed(analysis)) is expected


def test_a_crowd_is_not_listed_beside_a_part_of_it() -> None:
    analysis = analyze(
        an_article(
            "County officials closed the bridge. The county officials blamed the rain.",
            "Elm officials said no, and Elm officials left.",
            "Officials will meet. Officials left, and officials slept.",
        )
    )
    assert {"county officials", "Elm officials"} <= set(_listed(analysis))
    assert "officials" not in _listed(analysis)


@pytest.mark.parametrize(
    ("outlet", "sentence", "expected"),
    [
        pytest.param("KELM News", "KELM’s night editor Ann Orme said no.", False, id="its-editor"),
        pytest.param("KELM News", "Voss told “KELM at Dawn” co-host Ann Orme so.", False, id="its-host"),
        pytest.param(
            "The Elm Post", "Ann Orme, a writer for the Elm Post, asked.", False, id="behind-the-name"
        ),
        pytest.param("KELM News", "The Selby Post’s editor Ann Orme said no.", True, id="of-another-paper"),
        pytest.param("KELM News", "Ann Orme, the editor, sued KELM over it.", True, id="of-a-paper-not-told"),
        pytest.param("KELM News", "KELM met the mayor Ann Orme.", True, id="whom-it-met"),
        pytest.param(None, "KELM’s night editor Ann Orme said no.", True, id="no-outlet-told"),
    ],
)
def test_who_asks_for_the_page_s_own_house_is_no_actor_of_it(
    outlet: str | None, sentence: str, expected: bool
) -> None:
    analysis = an_analysis(
        headline="It is late",
        sentences=(sentence,),
        actors=(an_actor("Ann Orme"),),
        quotes=(said("Ann Orme", "It is late."),),
    )
    read = replace(analysis, article=replace(analysis.article, outlet=outlet))
    assert bool(listed(read)) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("In 1991, Ann Orme sent ships.", False, id="in-a-year-long-before"),
        pytest.param("In the mid-1990s, the queen and Ann Orme left.", False, id="in-another-decade"),
        pytest.param("In 2016, Ann Orme sent ships.", True, id="in-the-year-of-the-news"),
        pytest.param("Ann Orme, who has ruled since 1991, sent ships.", True, id="a-year-behind-the-name"),
        pytest.param(
            "In 1991, Ann Orme sent ships." + " Ann Orme left." * 3, True, id="who-is-told-of-at-length"
        ),
    ],
)
def test_whom_a_story_only_looks_back_at_is_not_listed(sentence: str, expected: bool) -> None:
    analysis = an_analysis(
        sentences=("It rained.", "It snowed.", *sentence.split(". ")),
        actors=(an_actor("Ann Orme"),),
        actions=(did("Ann Orme", "left", "it"),),
        count=1,
    )
    assert ("Ann Orme" in _listed(analysis)) is expected


@pytest.mark.parametrize(
    ("sentence", "actor", "expected"),
    [
        pytest.param(
            "A report published in May by Elm College says so.", "Elm College", True, id="whose-report-it-is"
        ),
        pytest.param("A bridge used by Elm College fell.", "Elm College", False, id="who-has-to-do-with-it"),
        pytest.param("The military took the bridge.", "military", False, id="whose-military"),
        pytest.param("The Elm military took the bridge.", "Elm military", True, id="the-military-of-elm"),
    ],
)
def test_which_houses_of_one_sentence_are_listed(sentence: str, actor: str, expected: bool) -> None:
    acts = (did(actor, "took", "it"),) if "military" in actor else ()
    analysis = an_analysis(
        headline=None, sentences=(sentence,), actors=(an_actor(actor, kind="organization"),), actions=acts
    )
    assert (actor in _listed(analysis)) is expected


FILLERS = ("It rained.", "It snowed.", "It hailed.")
PASSED = [
    pytest.param(("We saw the art of Ann Voss.",), an_actor("Ann Voss"), False, id="somebody-passed-by"),
    pytest.param(("We saw Ann Voss. Ann Voss slept.",), an_actor("Ann Voss"), True, id="somebody-met-twice"),
    pytest.param(("We saw Ann Voss, 41, there.",), an_actor("Ann Voss"), True, id="somebody-with-an-age"),
    pytest.param(
        ("We saw the painter Ann Voss.",), an_actor("Ann Voss", description="painter"), False, id="said-to-be"
    ),
    pytest.param(
        ("We saw the painter Ann Voss. Ann Voss slept.",),
        an_actor("Ann Voss", description="painter"),
        True,
        id="said-to-be-and-met-twice",
    ),
    pytest.param(
        ("The US slept.", "The US snored.", "The US woke."),
        an_actor("United States", kind="state", aliases=("US",)),
        True,
        id="letters-that-are-a-word-in-small",
    ),
    pytest.param(
        ("It sank, as first reported by the Elm Post.", "As Elm Post reported, it was old."),
        an_actor("Elm Post", kind="organization"),
        False,
        id="whose-report-it-is",
    ),
    pytest.param(("Ann Voss of Dover.",), an_actor("Ann Voss"), True, id="who-signs-a-letter"),
    pytest.param(
        ("Her husband Voss left.",), an_actor("Voss", description="Her husband"), False, id="kin-of-her"
    ),
    pytest.param(
        ("Security.", "The Security Kernel is old.", "Kernel."),
        an_actor("Security Kernel", aliases=("Security.", "Kernel.")),
        False,
        id="lines-of-an-index",
    ),
    pytest.param(
        ("Elm workers closed the road.",),
        an_actor("Elm workers", kind="group"),
        False,
        id="a-crowd-in-one-sentence",
    ),
    pytest.param(("Two workers, four workers.",), an_actor("workers", kind="group"), False, id="a-crowd"),
    pytest.param(
        ("The foreign leaders left.",), an_actor("foreign leaders", kind="group"), False, id="of-a-kind"
    ),
    pytest.param(("The workers. " * 5,), an_actor("workers", kind="group"), True, id="a-crowd-told-of"),
    pytest.param(("The police and the police.",), an_actor("police", kind="group"), True, id="police"),
    pytest.param(
        ("The military and military aid.",), an_actor("military", kind="organization"), False, id="army"
    ),
    pytest.param(
        ("The Elm League began. It is the Elm League’s tenth year.",),
        an_actor("Elm League", kind="organization"),
        False,
        id="a-competition-that-does-nothing",
    ),
    pytest.param(
        ("They met in the Elm Museum. He left the Elm Museum.",),
        an_actor("Elm Museum", kind="organization"),
        False,
        id="a-building-where-something-happens",
    ),
    pytest.param(
        ("The agency officials. " * 5,),
        an_actor("agency officials", kind="group"),
        False,
        id="of-which-agency",
    ),
    pytest.param(
        ("The Elm Trust began. It is the Elm Trust’s tenth year.",),
        an_actor("Elm Trust", kind="organization"),
        True,
        id="a-house-met-twice",
    ),
    pytest.param(
        ("Ann Voss’s heirs.", "Ann Voss sang."), an_actor("Ann Voss"), True, id="somebody-met-in-two-lines"
    ),
]


@pytest.mark.parametrize(("sentences", "actor", "expected"), PASSED)
def test_whom_the_article_only_passes_by_is_not_listed(
    sentences: tuple[str, ...], actor: object, expected: bool
) -> None:
    analysis = an_analysis(headline=None, sentences=(*FILLERS, *sentences), actors=(actor,))  # type: ignore[arg-type]
    assert bool(listed(analysis)) is expected


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        pytest.param("Ann Orme runs the ferries. Ann Orme is late.", ["Ann Orme"], id="who-writes-it"),
        pytest.param("Ann Orme and Tom Voss are late.", ["Ann Orme", "Tom Voss"], id="who-is-in-it"),
    ],
)
def test_who_signs_a_reader_s_letter_is_none_of_those_it_tells_of(letter: str, expected: list[str]) -> None:
    analysis = an_analysis(
        headline="Letters: Ferries late again",
        sentences=(letter, "Tom Voss Dover"),
        actors=(an_actor("Ann Orme"), an_actor("Tom Voss")),
    )
    assert _listed(analysis) == expected


@pytest.mark.parametrize(
    "actor", [an_actor("Ann Voss"), an_actor("striking workers", kind="group")], ids=lambda actor: actor.name
)
def test_whoever_stands_in_the_headline_is_listed(actor: Person) -> None:
    analysis = an_analysis(
        headline="Ann Voss and striking workers",
        sentences=("The striking workers left.", *FILLERS),
        actors=(actor,),
    )  # type: ignore[arg-type]
    assert listed(analysis) == (0,)


def test_a_crowd_that_speaks_is_listed_unless_its_words_are_doubtful() -> None:
    analysis = an_analysis(
        sentences=FILLERS,
        actors=(an_actor("workers", kind="group"),),
        quotes=(said("workers", "It is late."), said("workers", "It is far too late.")),
    )
    assert _listed(analysis) == ["workers"]
    assert _listed(replace(analysis, doubtful=(0, 1))) == []


def test_who_does_something_once_far_down_is_not_listed() -> None:
    analysis = an_analysis(
        headline=None,
        sentences=FILLERS,
        actors=(
            an_actor("Ann Voss"),
            an_actor("Dario Elm", description="Dario Elm"),
            an_actor("Elm Party", kind="organization"),
            an_actor("Chad", kind="state"),
        ),
        actions=(did("Chad", "sued", "Ann Voss"), did("Elm Party", "sued", "Dario Elm")),
    )
    assert _listed(analysis) == ["Dario Elm"]


def test_somebody_named_in_quoted_words_alone_is_not_listed() -> None:
    analysis = an_analysis(
        sentences=FILLERS,
        actors=(an_actor("Ann Voss"), an_actor("Elm Party", kind="organization")),
        quotes=(
            said("Orme", "You are no Ann Voss, and the Elm Party knows it."),
            said("Orme", "Ann Voss left the Elm Party."),
        ),
    )
    assert _listed(analysis) == ["Elm Party", "Orme"]


def test_a_committee_is_not_listed_beside_the_house_that_is_one() -> None:
    analysis = an_analysis(
        sentences=(*FILLERS, "A parliamentary committee met.", "The Committee on Piers met."),
        actors=(
            an_actor("parliamentary committee", kind="organization"),
            an_actor("Committee on Piers", kind="organization"),
        ),
        actions=(did("parliamentary committee", "closed", "Committee on Piers"),),
    )
    assert _listed(analysis) == ["Committee on Piers"]


def test_who_speaks_for_a_house_is_not_listed_beside_it() -> None:
    analysis = an_analysis(
        sentences=(
            *FILLERS,
            "Elm Ferries, Elm Ferries officials, Elm Ferries agents and Elm Ferries drivers left Chad.",
        ),
        actors=(
            an_actor("Elm Ferries", kind="organization"),
            an_actor("Elm Ferries officials", kind="group"),
            an_actor("Elm Ferries agents", kind="group"),
            an_actor("Elm Ferries drivers", kind="group"),
            an_actor("Chad", kind="state"),
            an_actor("Chadian officials", kind="group"),
            an_actor("Malian officials", kind="group"),
        ),
        quotes=tuple(
            said(who, "It is late.")
            for who in (
                "Elm Ferries officials",
                "Elm Ferries agents",
                "Elm Ferries drivers",
                "Chadian officials",
                "Malian officials",
            )
        ),
        actions=(did("Chad", "sued", "Elm Ferries"),),
    )
    assert _listed(analysis) == ["Elm Ferries", "Elm Ferries drivers", "Chad", "Malian officials"]


def test_a_crowd_is_listed_once_by_whichever_noun_it_goes() -> None:
    crowds = ("researchers", "scientists", "Elm Police", "voters", "detectives")
    analysis = an_analysis(
        sentences=FILLERS,
        actors=tuple(an_actor(crowd, kind="group") for crowd in crowds),
        quotes=tuple(said(crowd, words) for crowd in crowds for words in ("It is late.", "It is cold.")),
    )
    assert _listed(analysis) == ["researchers", "Elm Police", "voters"]


LOCALS = "Some {0}, the {0}, all {0}, {0}, more {0}."


@pytest.mark.parametrize(
    ("crowd", "expected"),
    [
        pytest.param("political representatives", False, id="of-anybody"),
        pytest.param("senior community leaders", False, id="of-anybody-by-two-words"),
        pytest.param("ferry representatives", True, id="of-a-trade"),
    ],
)
def test_crowds_of_which_nothing_tells_whose_are_listed_in_no_list(crowd: str, expected: bool) -> None:
    analysis = an_analysis(
        headline=None, sentences=(LOCALS.format(crowd),), actors=(an_actor(crowd, kind="group"),)
    )
    assert bool(listed(analysis)) is expected


FAR = ("A ferry sank.", "Voss swam.", "It rained for days.", "Nobody slept.")


@pytest.mark.parametrize(
    ("kind", "sentences", "expected"),
    [
        pytest.param(
            "organization", (*FAR, "Elm Trust sold Orme.", "Elm Trust."), False, id="house-far-down"
        ),
        pytest.param("state", (*FAR, "Chad, Chad and Chad."), False, id="state-far-down"),
        pytest.param(
            "organization", ("Elm Trust sold it. Elm Trust slept.", *FAR), True, id="house-at-the-head"
        ),
        pytest.param("organization", (*FAR, "Elm Trust. " * 4), True, id="house-of-which-much-is-told"),
    ],
)
def test_houses_and_states_that_do_nothing_far_down_are_in_no_list(
    kind: ActorKind, sentences: tuple[str, ...], expected: bool
) -> None:
    name = "Chad" if kind == "state" else "Elm Trust"
    actors = (an_actor("Voss", description="swam"), an_actor(name, kind=kind))
    found = an_analysis(headline=None, sentences=sentences, actors=actors, count=0)
    actors_found = tuple(replace(actor, weight=0.05) for actor in found.actors)
    apart = replace(found, actors=actors_found, article=in_paragraphs(found))
    assert (name in _listed(apart)) is expected


def in_paragraphs(analysis: Analysis) -> Article:
    """The article with each sentence for a paragraph."""
    return replace(analysis.article, body=analysis.sentences)


def test_a_page_about_others_does_not_list_whom_alone_it_passes_by() -> None:
    crowd, passed = an_actor("workers", kind="group"), an_actor("Ann Voss")
    text = (*FAR, "Few workers and Ann Voss slept.", "Ann Voss left.")
    assert _listed(an_analysis(headline=None, sentences=text, actors=(crowd, passed), count=0)) == []
    assert _listed(an_analysis(headline=None, sentences=text, actors=(passed, crowd), count=0)) == [
        "Ann Voss"
    ]


def test_somebody_met_once_is_listed_where_what_they_did_is_news() -> None:
    found = an_analysis(
        headline=None,
        sentences=(*FAR, "She slept."),
        actors=(an_actor("Orme"), an_actor("Ann Voss", aliases=("She",))),
        actions=(did("Ann Voss", "left", "Orme"),),
        count=0,
    )
    far = replace(found, article=in_paragraphs(found))
    background = replace(far, actions=tuple(replace(deed, news=False) for deed in far.actions))
    assert ("Ann Voss" in _listed(far), "Ann Voss" in _listed(background)) == (True, False)

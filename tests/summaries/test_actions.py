"""Who did what to whom."""

from collections.abc import Sequence

import pytest
from spacy.tokens import Doc

from summaries.actions import find_actions
from summaries.actors import Cast
from summaries.apart import Apart
from summaries.language import load_pipeline, read
from summaries.models import Action, Article, Quote, Span
from summaries.quotes import find_quotes
from summaries.sentences import read_sentences
from tests.summaries.builders import an_article
from tests.summaries.reading import cast_of

Deed = tuple[str | None, str, str | None]  # agent, verb, patient

DEEDS = [
    pytest.param("The rebels attacked Russia.", [("rebels", "attacked", "Russia")], id="active"),
    pytest.param(
        "Russia was attacked by rebels.", [("rebels", "attacked", "Russia")], id="passive-turned-round"
    ),
    pytest.param(
        "Tom Reyes was arrested at dawn.", [(None, "arrested", "Tom Reyes")], id="passive-without-an-agent"
    ),
    pytest.param(
        "Tom Reyes sold the field and bought a boat.",
        [("Tom Reyes", "sold", None)],
        id="pair-of-actors-once-a-sentence",
    ),
    pytest.param(
        "Turkey and Russia mediated a deal.",
        [("Turkey", "mediated", None), ("Russia", "mediated", None)],
        id="two-agents",
    ),
    pytest.param(
        "Foreign Minister Ana Torres and her Danish counterpart, Lars Holm, signed the treaty.",
        [("Ana Torres", "signed", None), ("Lars Holm", "signed", None)],
        id="agent-by-apposition",
    ),
    pytest.param(
        "Tom Reyes left. He sold the farm.",
        [("Tom Reyes", "left", None)],
        id="whom-a-pronoun-means-is-not-seen",
    ),
    pytest.param("Tom Reyes did not sell the field.", [], id="what-was-not-done"),
    pytest.param("Tom Reyes gave no comment.", [], id="what-was-done-to-nothing"),
    pytest.param("No senator backed Tom Reyes.", [], id="what-nobody-did"),
    pytest.param("Tom Reyes plans to sell the field.", [], id="what-is-meant-to-be-done"),
    pytest.param("Tom Reyes is expected to sell the field.", [], id="what-is-expected-of-somebody"),
    pytest.param("Tom Reyes is scheduled to visit Leeds on Monday.", [], id="what-is-on-a-schedule"),
    pytest.param(
        "Tom Reyes will speak when he visits Leeds on Monday.", [], id="what-is-to-come-in-a-clause"
    ),
    pytest.param("The deal would let Tom Reyes sell the field and leave.", [], id="what-somebody-may-do"),
    pytest.param("If Tom Reyes sells the field, a school can be built.", [], id="on-a-condition"),
    pytest.param("If you sell the field, you are helping Tom Reyes.", [], id="behind-a-condition"),
    pytest.param("Tom Reyes described his journey at length.", [], id="describing-is-no-deed"),
    pytest.param("The jury heard that Tom Reyes had sold the field.", [], id="what-a-jury-heard"),
    pytest.param(
        "The Selby Mail has learned that Tom Reyes sold the field.",
        [("Selby Mail", "learned", None), ("Tom Reyes", "sold", None)],
        id="what-the-paper-learned",
    ),
    pytest.param("Tom Reyes set fire to the field in May, the court heard.", [], id="the-court-heard-behind"),
    pytest.param("Tom Reyes sold the field, it emerged on Monday.", [], id="it-emerged-behind"),
    pytest.param("Tom Reyes sold the field, court papers show.", [], id="as-papers-show-behind"),
    pytest.param("Claims were made that Tom Reyes sold the field.", [], id="what-is-claimed"),
    pytest.param("There were reports that Tom Reyes sold the field.", [], id="what-is-reported"),
    pytest.param(
        "A plan emerged after a lawyer who said that Tom Reyes sold the field resigned.",
        [],
        id="deep-in-clauses",
    ),
    pytest.param("Tom Reyes spoke to reporters in June.", [], id="speaking-is-no-deed"),
    pytest.param("Tom Reyes declined to comment.", [], id="saying-nothing-is-no-deed"),
    pytest.param(
        "Tom Reyes declined the prize.", [("Tom Reyes", "declined", None)], id="declining-a-thing-is-a-deed"
    ),
    pytest.param(
        "Tom Reyes refused to release Ann Lee from jail.",
        [("Tom Reyes", "refused", None)],
        id="refusing-to-set-somebody-free",
    ),
    pytest.param(
        "Tom Reyes refused to identify Ann Lee in court.",
        [("Tom Reyes", "refused", None)],
        id="refusing-to-identify-somebody",
    ),
    pytest.param("Tom Reyes declined to provide details of the sale.", [], id="giving-no-details"),
    pytest.param(
        "Tom Reyes recorded two albums.", [("Tom Reyes", "recorded", None)], id="a-few-that-are-recorded"
    ),
    pytest.param("Russia has recorded two million cases of the fever.", [], id="millions-are-statistics"),
    pytest.param(
        "The missing boat was located by Tom Reyes.",
        [("Tom Reyes", "located", None)],
        id="finding-by-somebody",
    ),
    pytest.param("The old boat of Tom Reyes is located in Leeds.", [], id="being-somewhere-is-no-deed"),
    pytest.param("Tom Reyes was tipped by the rebels to win.", [], id="being-thought-to-do"),
    pytest.param("The Israeli military has denied shelling the field.", [], id="what-is-denied"),
    pytest.param("Tom Reyes was born on a ship.", [], id="birth-is-nobodys-deed"),
    pytest.param("Russia has recorded 4,000 cases of the fever.", [], id="statistics-are-no-deed"),
    pytest.param("The list of guests includes Tom Reyes.", [], id="being-on-a-list-is-no-deed"),
    pytest.param(
        "Ann Lee left the town because Tom Reyes had sold the field.",
        [("Ann Lee", "left", None)],
        id="clause-of-reason-is-about-another",
    ),
    pytest.param(
        "Tom Reyes sold the field; Ann Lee bought it.",
        [("Tom Reyes", "sold", None), ("Ann Lee", "bought", None)],
        id="two-clauses-side-by-side",
    ),
    pytest.param("Tom Reyes was a farmer.", [], id="being-is-no-deed"),
    pytest.param("Ann Lee, whom Tom Reyes beat in May, slept.", [], id="clause-about-somebody-is-no-deed"),
    pytest.param("The storm came as Tom Reyes sold the field.", [], id="clause-of-time-is-about-another"),
    pytest.param(
        "A barn burnt down, while Tom Reyes lost a boat.",
        [("Tom Reyes", "lost", None)],
        id="while-told-beside-it",
    ),
    pytest.param("Tom Reyes sells fields in the north.", [], id="present-is-a-habit"),
    pytest.param("Tom Reyes plays Ann Lee today.", [], id="present-is-on-a-schedule"),
    pytest.param("Tom Reyes is selling a field.", [("Tom Reyes", "selling", None)], id="what-goes-on"),
    pytest.param("Tom Reyes is currently selling a field.", [], id="what-goes-on-as-this-is-written"),
    pytest.param("Tom Reyes was selling a field.", [], id="what-went-on-is-a-scene"),
    pytest.param("Tom Reyes had sold a field.", [], id="what-came-before-the-news"),
    pytest.param("Tom Reyes has sold a field.", [("Tom Reyes", "sold", None)], id="perfect"),
    pytest.param("Tom Reyes once sold a field.", [], id="at-some-other-time"),
    pytest.param("Tom Reyes later sold a field.", [], id="later-than-what-is-not-told"),
    pytest.param(
        "Tom Reyes sold a field earlier this week.", [("Tom Reyes", "sold", None)], id="earlier-in-the-news"
    ),
    pytest.param("Tom Reyes has sold fields for years.", [], id="for-years"),
    pytest.param(
        "Tom Reyes was jailed for nine years.", [(None, "jailed", "Tom Reyes")], id="for-so-many-years"
    ),
    pytest.param("Tom Reyes won the prize last season.", [], id="last-season"),
    pytest.param("Tom Reyes won the prize last summer.", [], id="last-summer"),
    pytest.param("Two years ago Tom Reyes sold a field.", [], id="years-ago"),
    pytest.param("Two summers ago Tom Reyes sold a field.", [], id="summers-ago"),
    pytest.param(
        "Ann Lee left. Two summers ago Reyes sold a field.", [("Ann Lee", "left", None)], id="ago-in-front"
    ),
    pytest.param("Two days ago Tom Reyes sold a field.", [("Tom Reyes", "sold", None)], id="days-ago"),
    pytest.param("Tom Reyes allegedly sold a field.", [], id="what-is-alleged"),
    pytest.param("Tom Reyes, reportedly, left and sold a field.", [], id="what-is-only-heard"),
    pytest.param("The Selby Mail is registered in Leeds.", [], id="state-in-the-passive"),
    pytest.param("Tom Reyes was surrounded by rebels.", [], id="state-by-others"),
    pytest.param("Tom Reyes attended a fair on Monday.", [], id="attending-is-no-deed"),
    pytest.param("Tom Reyes faced questions on Monday.", [], id="facing-is-no-deed"),
    pytest.param("The Selby Mail quoted Tom Reyes on Monday.", [], id="quoting-is-no-deed"),
    pytest.param("The failure of the pump pitted Ann Lee against Tom Reyes.", [], id="things-do-nothing"),
    pytest.param(
        "Ann Lee derided Tom Reyes as “a thief”.",
        [("Ann Lee", "derided", "Tom Reyes")],
        id="words-that-are-a-deed",
    ),
    pytest.param(
        "Tom Reyes was called after a king and left Leeds.",
        [("Tom Reyes", "left", None)],
        id="active-behind-a-passive",
    ),
    pytest.param(
        "Ann Lee sold the field, and she left Leeds.",
        [("Ann Lee", "sold", None)],
        id="she-who-was-named-in-the-sentence",
    ),
    pytest.param(
        "Ann Lee did not sell the field, and she left Leeds.",
        [("Ann Lee", "left", None)],
        id="she-by-the-subject-before",
    ),
    pytest.param("Tom Reyes left. On Monday he sold a farm.", [("Tom Reyes", "left", None)], id="he-inside"),
    pytest.param("Tom Reyes slept. Rebels captured him at dawn.", [], id="him-who-is-not-named"),
    pytest.param("Ann Lee slept. Tom Reyes wrote to her on Monday.", [], id="her-who-is-not-named"),
    pytest.param("Tom Reyes sold a field; when this was done, it rained.", [], id="this-of-what-was-told"),
    pytest.param("Tom Reyes met the woman, who sold a field.", [], id="the-woman-of-whom-nothing-is-told"),
    pytest.param(
        "Tom Reyes met the woman who sold the field.", [("Tom Reyes", "met", None)], id="the-woman-who"
    ),
    pytest.param("Tom Reyes sold it on Monday.", [], id="it-that-is-nobody"),
    pytest.param("Ann Lee slept. Princess Mia opened it.", [], id="it-that-is-no-princess"),
    pytest.param("Tom Reyes and Ann Lee sold it.", [], id="it-that-is-not-two"),
    pytest.param("Tom Reyes took them to Leeds.", [], id="them-who-are-not-told"),
    pytest.param("Tom Reyes bought a boat and sold it.", [("Tom Reyes", "bought", None)], id="it-the-boat"),
    pytest.param(
        "Tom Reyes met the rebels and left them.", [("Tom Reyes", "met", None)], id="them-who-are-told"
    ),
    pytest.param("Tom Reyes sold one to Ann Lee.", [], id="one-of-which"),
    pytest.param("Tom Reyes won both.", [], id="both-of-which"),
    pytest.param("Tom Reyes did so on Monday.", [], id="did-so"),
    pytest.param("Tom Reyes ended the dispute on Monday.", [], id="the-dispute"),
    pytest.param("During the series, Tom Reyes sold a field.", [], id="the-series"),
    pytest.param("Tom Reyes visited the other farm.", [], id="the-other-of-two"),
    pytest.param("Tom Reyes nevertheless sold a field.", [], id="turned-against-what-was-told"),
    pytest.param("Tom Reyes sold a field in response.", [], id="in-response-to-what-was-told"),
    pytest.param("Days later, Tom Reyes sold a field.", [], id="days-later-than-what"),
    pytest.param(
        "Tom Reyes crossed the small northern country.", [("Tom Reyes", "crossed", None)], id="told"
    ),
    pytest.param("Tom Reyes sold a field in the mid-1990s.", [], id="decades-ago"),
    pytest.param("Tom Reyes sold us a field.", [], id="to-the-readers"),
    pytest.param("The wind tore down the fence.", [], id="no-actor"),
    pytest.param("Tom Reyes said the wind tore down the fence.", [], id="statement-is-a-quote"),
    pytest.param("“Tom Reyes sold the field,” Ann Lee said.", [], id="inside-a-quotation"),
    pytest.param("Ann Lee said Tom Reyes would sell the field.", [], id="what-somebody-says-would-be"),
    pytest.param("Ann Lee said Tom Reyes had beaten her.", [], id="what-somebody-is-accused-of"),
    pytest.param("Tom Reyes said he sold the field.", [], id="what-somebody-says-of-themselves"),
    pytest.param("Tom Reyes will sell the field and buy a boat.", [], id="what-is-not-done-yet"),
    pytest.param("Tom Reyes might have sold the field.", [], id="what-might-have-been"),
    pytest.param("The town was quiet. But Tom Reyes sold the field.", [], id="what-leans"),
    pytest.param("In a long talk, Tom Reyes also attacked Ann Lee:", [], id="what-ends-in-a-colon"),
    pytest.param("Tom Reyes sold me the field at dawn.", [], id="what-the-writer-was-told"),
    pytest.param("Ann Lee wrote: “He left. Tom Reyes sold the field. It rained.”", [], id="amid-a-quotation"),
    pytest.param(
        "Tom Reyes left the town after Ann Lee said he sold the field.",
        [("Tom Reyes", "left", None)],
        id="deed-beside-what-is-said",
    ),
]


def _actions(article: Article, doc: Doc, cast: Cast, quotes: Sequence[Quote]) -> tuple[Action, ...]:
    sentences = read_sentences(doc, article)
    return find_actions(doc, sentences, cast, quotes, Apart(doc, article, sentences, cast))


@pytest.mark.parametrize(("sentence", "expected"), DEEDS)
def test_deeds_of_a_sentence(sentence: str, expected: list[Deed]) -> None:
    article = an_article(sentence, headline=None)
    doc = read(article, load_pipeline())
    cast = cast_of(article)
    quotes = find_quotes(doc, article, cast)
    names: dict[int | None, str | None] = {index: actor.name for index, actor in enumerate(cast.actors)}
    names[None] = None
    found = _actions(article, doc, cast, quotes)
    assert [
        (names[deed.agent], deed.verb.of(article.text), names[deed.patient]) for deed in found if deed.news
    ] == expected


def test_sentence_is_shown_without_its_dateline() -> None:
    article = an_article("BEIRUT — Tom Reyes sold the field on Monday.", headline=None, dateline="BEIRUT")
    doc = read(article, load_pipeline())
    (deed,) = _actions(article, doc, cast_of(article), ())
    assert deed.sentence.of(article.text) == "Tom Reyes sold the field on Monday."


def test_cue_of_a_quote_is_no_deed_whatever_the_verb() -> None:
    article = an_article("Tom Reyes thundered on Monday.", headline=None)
    doc = read(article, load_pipeline())
    cue = Span(10, 19)
    quote = Quote(kind="indirect", content=(Span(20, 29),), cue=cue)
    assert cue.of(article.text) == "thundered"
    assert _actions(article, doc, cast_of(article), (quote,)) == ()

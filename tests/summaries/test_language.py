"""Where sentences end in news, and that the Doc is the article's text."""

import pytest
import spacy
from spacy.tokens import Doc

from summaries import language
from summaries.errors import ModelMissingError
from summaries.language import load_pipeline, read
from tests.summaries.builders import an_article


def sentences(*paragraphs: str, dateline: str | None = None) -> list[str]:
    doc = read(an_article(*paragraphs, headline=None, dateline=dateline), load_pipeline())
    return [sentence.text.strip() for sentence in doc.sents]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("The truce began at 11:30 p.m. local time on Friday.", id="before-a-small-letter"),
        pytest.param("The order came from Gen. Keating and Sen. Torres.", id="after-a-title"),
        pytest.param(
            "The report by Superintendent (Ag.) Ravi Lal named nobody.", id="after-a-rank-in-brackets"
        ),
        pytest.param("Cpl. (Ret.) Ines Moor opened the door.", id="after-a-title-and-a-bracket"),
        pytest.param("Insp. Omar Vale and Engr. Ada Brook signed it.", id="after-a-rank"),
        pytest.param("Hon. Justice Ada Brook heard Adv. Gen. Omar Vale in May.", id="after-titles-of-courts"),
        pytest.param("Rev. Fr. Omar Vale and Dra. Ines Moor came.", id="after-titles-of-two-churches"),
        pytest.param("The chapel at Nr. Selby lost its bell.", id="before-a-place"),
        pytest.param("The wall is approx. 300 metres long.", id="before-a-number"),
        pytest.param("Moor Constr. Ltda won the contract.", id="within-a-company"),
        pytest.param("The boat (it was built in 1920. It leaked.) sank off Lisbon.", id="inside-brackets"),
        pytest.param("The talks, he said, were “complicated.”", id="closing-mark"),
        pytest.param("Harold Wickes died in the fire.", id="between-two-words"),
        pytest.param("“You are in trouble!” one person wrote.", id="after-an-exclamation-in-marks"),
    ],
)
def test_sentence_is_not_broken(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    ("paragraphs", "dateline", "expected"),
    [
        pytest.param(
            ("He sailed to Dover (Kent). It rained.",),
            None,
            ["He sailed to Dover (Kent).", "It rained."],
            id="after-a-word-in-brackets",
        ),
        pytest.param(
            ("They asked, but Sporting said no. Vitória and Braga are keen.",),
            None,
            ["They asked, but Sporting said no.", "Vitória and Braga are keen."],
            id="after-a-no",
        ),
        pytest.param(
            ("The boat lay at No. Four Lock.",), None, ["The boat lay at No. Four Lock."], id="after-a-number"
        ),
        pytest.param(("He left.", "It rained"), None, ["He left.", "It rained"], id="paragraphs"),
        pytest.param(
            ("no full stop", "and a small letter"),
            None,
            ["no full stop", "and a small letter"],
            id="small-letter",
        ),
        pytest.param(("BEIRUT — Rain fell.",), "BEIRUT", ["BEIRUT —", "Rain fell."], id="dateline"),
        pytest.param(
            ("He left (for Rome.", "It rained."),
            None,
            ["He left (for Rome.", "It rained."],
            id="open-bracket",
        ),
    ],
)
def test_sentence_ends_with_its_part(
    paragraphs: tuple[str, ...], dateline: str | None, expected: list[str]
) -> None:
    assert sentences(*paragraphs, dateline=dateline) == expected


def test_tokens_stand_where_the_text_has_them() -> None:
    article = an_article("“Rain,” she said,  and left.\n", captions=("A boat.",))
    doc = read(article, load_pipeline())
    assert doc.text == article.text
    assert all(article.text[token.idx : token.idx + len(token)] == token.text for token in doc)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("Ann Lee:“We left.”", "Ann Lee : “ We left . ”", id="label"),
        pytest.param('Ann Lee:"We left."', 'Ann Lee : " We left . "', id="label-straight"),
        pytest.param("“We left,”she said", "“ We left , ” she said", id="behind"),
        pytest.param('She said,"Go."He went', 'She said , " Go . " He went', id="before-and-behind"),
        pytest.param("at 5:30 in the U.S. capital", "at 5:30 in the U.S. capital", id="no-mark"),
    ],
)
def test_marks_are_tokens_where_the_space_beside_them_is_lost(words: str, expected: str) -> None:
    assert " ".join(token.text for token in load_pipeline().make_doc(words)) == expected


def test_long_page_reads_in_pieces_as_it_would_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    paragraphs = [f"Ann Lee opened bridge {n} in Dover on Monday. It had cost $2 million." for n in range(12)]
    article = an_article(*paragraphs, captions=("A boat.",))
    at_once = read(article, load_pipeline())
    monkeypatch.setattr(language, "_AT_ONCE", 200)
    in_pieces = read(article, load_pipeline())
    assert in_pieces.text == at_once.text == article.text
    assert [sentence.text for sentence in in_pieces.sents] == [sentence.text for sentence in at_once.sents]
    assert [(token.idx, token.head.i, token.dep_, token.lemma_) for token in in_pieces] == [
        (token.idx, token.head.i, token.dep_, token.lemma_) for token in at_once
    ]
    assert [entity.text for entity in in_pieces.ents] == [entity.text for entity in at_once.ents]


@pytest.mark.parametrize("paragraph", ["rain and snow " * 40, "(" * 500], ids=["words", "no-blanks"])
def test_paragraph_longer_than_a_piece_keeps_its_text(
    paragraph: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "_AT_ONCE", 100)
    article = an_article(paragraph.strip(), "It rained.")
    doc = read(article, load_pipeline())
    assert doc.text == article.text
    assert [token.idx for token in doc] == sorted({token.idx for token in doc})


def test_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(ModelMissingError, match="'xx_no_such_pipeline' cannot be loaded"):
        load_pipeline("xx_no_such_pipeline")


def test_long_run_of_marks_is_a_token_a_mark() -> None:
    doc = read(an_article("He said" + '"' * 500, headline=None), load_pipeline())
    assert [token.text for token in doc] == ["He", "said", *'"' * 500]


class Counting:
    """A pipeline that only notes how many tokens each of its passes has."""

    def __init__(self) -> None:
        self.make_doc = load_pipeline().make_doc
        self.passes: list[int] = []

    def __call__(self, doc: Doc) -> Doc:
        self.passes.append(len(doc))
        return doc


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("(" * 30_000, id="brackets"),
        pytest.param("_" * 30_000, id="underscores"),
        pytest.param("‘a’ " * 10_000, id="marks"),
        pytest.param("a\n" * 20_000, id="line ends"),
        pytest.param("a " * 20_000, id="letters"),
        pytest.param("橋 😀." * 10_000, id="signs"),
    ],
)
def test_pass_of_the_pipeline_holds_no_more_than_so_many_tokens(words: str) -> None:
    """Each takes 15 KB, prose of 40,000 characters has 8,000 of them."""
    pipeline = Counting()
    article = an_article(words, headline=None)
    assert read(article, pipeline).text == article.text
    assert max(pipeline.passes) <= 12_000


@pytest.mark.parametrize("words", ["he said she said ", "A. B. C. ", "a, b, ", "( "], ids=str.split)
def test_sentence_ends_though_no_mark_ends_it(words: str) -> None:
    """Who speaks, who is meant and what is said are looked for in a sentence, some of it word by word."""
    doc = read(an_article(words * 2_000, headline=None), spacy.blank("en"))
    assert max(len(sentence) for sentence in doc.sents) <= 1_500


def test_long_paragraph_is_not_broken_within_a_sentence() -> None:
    sentence = "On Monday Mr. Vale, the mayor of Leeds, said that the old bridge had fallen into the river. "
    doc = read(an_article(sentence * 200, headline=None), load_pipeline())
    assert {found.text.strip() for found in doc.sents} == {sentence.strip()}

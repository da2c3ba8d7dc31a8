"""Whom a name means that several may bear: a row for every rule by which they are told apart."""

import pytest

from summaries.models import Span
from tests.summaries.builders import an_article
from tests.summaries.meaning import meant
from tests.summaries.reading import Named, cast_of, named_in

TITLED = [
    pytest.param(
        ("Gerald Ashdown drowned in May.", "“Nobody called us,” ¦Mrs Ashdown¦ told the coroner."),
        None,
        id="a-man's-name-is-no-Mrs",
    ),
    pytest.param(
        ("Edith Ashdown sold the mill.", "¦Mr Ashdown¦ had run it for years."), None, id="a-woman's-is-no-Mr"
    ),
    pytest.param(
        ("Gerald Ashdown drowned in May.", "His sister, Ms Petra Ashdown, wept. ¦Ms Ashdown¦ left early."),
        "Petra Ashdown",
        id="the-one-whom-the-title-fits",
    ),
    pytest.param(
        (
            "Edith Ashdown was killed in May. “Yes,” ¦Mr Ashdown¦ said.",
            "Her brother, Dr Gerald Ashdown, and her sister, Ms Petra Ashdown, wept.",
        ),
        None,
        id="none-of-the-family-who-is-brought-in-later",
    ),
    pytest.param(
        (
            "Edith Ashdown was killed in May.",
            "Her brother, Gerald Ashdown, and her sister, Petra Ashdown, wept. “Yes,” ¦Mr Ashdown¦ said.",
        ),
        "Gerald Ashdown",
        id="who-was-brought-in-before",
    ),
    pytest.param(
        (
            "Miss Petra Ashdown and Dr Ruth Ashdown ran the inn with Gerald Ashdown.",
            "It rained. ¦Miss Ashdown¦ left early.",
        ),
        "Petra Ashdown",
        id="who-is-addressed-so-in-full",
    ),
    pytest.param(
        (
            "Dr Ruth Ashdown and Dr Gerald Ashdown ran the inn. Professor Petra Ashdown helped.",
            "It rained. ¦Prof Ashdown¦ left early.",
        ),
        "Petra Ashdown",
        id="a-title-cut-short",
    ),
    pytest.param(
        ("Gerald Ashdown drowned in May.", "Mr Ashdown's daughter Petra left. ¦Ms Ashdown¦ wept."),
        "Petra",
        id="the-child-whom-the-title-fits",
    ),
    pytest.param(
        ("Gerald Ashdown drowned in May.", "Mr Ashdown's son Hugo left. ¦Ms Ashdown¦ wept."),
        None,
        id="a-son-whom-it-does-not-fit",
    ),
    pytest.param(
        (
            "Gerald Ashdown drowned in May.",
            "Mr Ashdown's daughter Petra left, Mr Ashdown's sister Ruth stayed. ¦Ms Ashdown¦ wept.",
        ),
        None,
        id="two-of-the-family-whom-it-fits",
    ),
    pytest.param(
        ("Gerald Ashdown died. His sons, Hugo Ashdown and Miles Ashdown, came.", "¦Mr Ashdown¦ spoke."),
        None,
        id="several-whom-it-fits",
    ),
    pytest.param(
        ("Gerald Ashdown died. His aunt, Dr Petra Ashdown, came with Hugo Ashdown.", "¦Dr Ashdown¦ spoke."),
        "Petra Ashdown",
        id="whoever-bears-the-doctor's-title",
    ),
    pytest.param(
        ("Hugo Ashdown met Petra Ashdown on Monday.", "It rained. ¦Professor Ashdown¦ spoke."),
        None,
        id="a-doctor-whom-nobody-named",
    ),
    pytest.param(
        ("Hugo Ashdown, the mayor, and Miles Ashdown sang.", "It rained. ¦Mayor Ashdown¦ spoke."),
        "Hugo Ashdown",
        id="an-office-told-behind-the-name",
    ),
    pytest.param(
        ("Judge Petra Ashdown jailed Hugo Ashdown.", "It rained. ¦Judge Ashdown¦ left."),
        "Petra Ashdown",
        id="an-office-at-the-head-of-the-sentence",
    ),
    pytest.param(
        ("Gerald Ashdown drowned.", "Mr Ashdown ran the port. ¦Dr Ashdown¦ told the inquiry so."),
        None,
        id="the-narrator's-Mr-is-no-Dr",
    ),
    pytest.param(
        ("The port was run by Mr Ashdown.", "It rained, Mr Ashdown said. ¦Mrs Ashdown¦ spoke."),
        None,
        id="a-couple-without-given-names",
    ),
    pytest.param(
        ("The port was run by Mrs Ashdown.", "It rained, Mrs Ashdown said. ¦Dr Ashdown¦ spoke."),
        None,
        id="a-Mrs-and-a-Dr-without-given-names",
    ),
    pytest.param(
        ("Wren Ashdown was found in May.", "Mr Ashdown ran the port. ¦Mrs Ashdown¦ wept."),
        None,
        id="a-Mr-and-a-Mrs-and-one-full-name-for-both",
    ),
    pytest.param(
        ("Edith Ashdown sold the mill.", "¦Mrs Ashdown¦ had run it for years."),
        "Edith Ashdown",
        id="the-only-one-and-it-fits",
    ),
    pytest.param(
        ("Actress Wren Ashdown sold the mill.", "¦Mr Ashdown¦ had run it for years."),
        None,
        id="an-actress-is-no-Mr",
    ),
]

GENERATIONS = [
    pytest.param(
        ("Colm Varley was 20 when he vanished.", "His father, Colm Varley Snr, wept.", "¦Colm Snr¦ spoke."),
        "Colm Varley Snr",
        id="the-father's-short-form",
    ),
    pytest.param(
        ("Colm Varley was 20 when he vanished.", "His father, Colm Varley Snr, wept.", "¦Colm¦ sang."),
        "Colm Varley",
        id="the-given-name-alone-is-the-son's",
    ),
    pytest.param(
        ("Colm Varley vanished.", "His father, Colm Varley Sr., wept.", "¦Colm Jnr¦ sang once."),
        "Colm Varley",
        id="the-plain-name-beside-a-father's-is-the-junior",
    ),
    pytest.param(
        ("Colm Varley Sr. ran the shop with Colm Varley Jr. for years.", "It rained. ¦Varley Jr.¦ left."),
        "Colm Varley Jr.",
        id="surname-and-suffix",
    ),
    pytest.param(
        ("Colm Varley ran the shop.", "His son, ¦Colm Varley Jr.¦, left."), "Colm Varley Jr.", id="his-son"
    ),
    pytest.param(
        ("Colm Varley and ¦Colm Varley Junior¦ ran the shop.",), "Colm Varley Junior", id="in-one-sentence"
    ),
    pytest.param(
        (
            "Paco Varley senior, 58, and Paco Varley junior ran the shop.",
            "“It rained,” ¦Varley senior¦ said.",
        ),
        "Paco Varley senior",
        id="suffix-in-small-letters",
    ),
    pytest.param(
        ("Colm Varley Sr., 58, and Colm Varley Jr. ran the shop.", "“It rained,” ¦Varley Sr.¦ said."),
        "Colm Varley Sr.",
        id="suffix-with-its-stop",
    ),
    pytest.param(
        (
            "Colm Varley Sr. ran the shop with Colm Varley Jr. for years.",
            "It rained. The younger ¦Varley¦ left.",
        ),
        "Colm Varley Jr.",
        id="the-younger",
    ),
    pytest.param(
        (
            "Colm Varley Sr., 58, and Colm Varley Jr. ran the shop.",
            "It rained. The elder ¦Varley¦ left.",
        ),
        "Colm Varley Sr.",
        id="the-elder",
    ),
    pytest.param(
        (
            "Hugo Varley ran the shop. His brother, Colm Varley, helped.",
            "It rained. The elder ¦Varley¦ left.",
        ),
        None,
        id="of-whom-nothing-tells-the-elder",
    ),
    pytest.param(
        ("Colm Varley Jr., 39, runs for mayor.", "So does his opponent, ¦Colm Varley¦, 66."),
        "Colm Varley",
        id="of-another-age",
    ),
    pytest.param(
        (
            "Nivaldo Pestana Filho, 41, won. He follows Nivaldo Pestana, 70.",
            "It rained. The elder ¦Pestana¦ left.",
        ),
        "Nivaldo Pestana",
        id="the-father-of-a-filho",
    ),
    pytest.param(
        ("Femi Varley, 81, and Tunde Varley played.", "It rained. ¦Varley senior¦ left."),
        None,
        id="a-senior-whom-nothing-tells",
    ),
    pytest.param(
        (
            "Colm Varley III ran the shop. His father, Colm Varley II, died.",
            "It rained. ¦Colm Varley II¦ left.",
        ),
        "Colm Varley II",
        id="the-second-is-not-the-third",
    ),
    pytest.param(
        ("For years Tom Varley Jr. ran the shop.", "In June ¦Tom Varley¦ sold it."),
        "Tom Varley Jr.",
        id="a-suffix-left-out-where-there-is-one",
    ),
    pytest.param(
        ("For years Colm Varley Snr ran the shop.", "In June ¦Colm Varley¦ sold it."),
        "Colm Varley",
        id="the-elder's-suffix-is-never-left-out",
    ),
]

SURNAMES = [
    pytest.param(
        (
            "The yard where Emrys Cadwaladr built boats will be sold. ¦Cadwaladr¦ died in January.",
            "“We tried,” the son, Guto Cadwaladr, said.",
        ),
        "Emrys Cadwaladr",
        id="whom-the-pipeline-passed-over",
    ),
    pytest.param(
        ("Hugo Ashdown and Petra Ashdown ran the inn.", "Hugo Ashdown rose at six. ¦Ashdown¦ baked first."),
        "Hugo Ashdown",
        id="who-acts-in-the-sentence-before",
    ),
    pytest.param(
        ("Hugo Ashdown and Petra Ashdown ran the inn.", "It burned down. ¦Ashdown¦ wept."),
        None,
        id="nobody-acted",
    ),
    pytest.param(("Hugo Ashdown and Petra Ashdown ran the inn. ¦Ashdown¦ wept.",), None, id="both-acted"),
    pytest.param(
        (
            "Petra Ashdown leads the poll. Ashdown promised trams.",
            "Her cousin Hugo Ashdown lives abroad.",
            "It rained. ¦Ashdown¦ promised buses, too.",
        ),
        "Petra Ashdown",
        id="whose-name-it-was-before-the-other-came-in",
    ),
    pytest.param(
        ("Petra Ashdown leads. Ashdown promised trams.", "Hugo Ashdown came back. ¦Ashdown¦ promised buses."),
        None,
        id="the-principal-or-who-just-acted",
    ),
    pytest.param(
        ("Hugo Ashdown came back.", "It rained, ¦Ashdown¦ said of Petra Ashdown, his aunt."),
        "Hugo Ashdown",
        id="not-who-is-named-in-full-beside-it",
    ),
    pytest.param(
        ("Hugo Ashdown and Petra Ashdown ran the inn.", "Hugo Ashdown died in May. ¦Ashdown¦ wept."),
        None,
        id="not-who-has-just-died",
    ),
    pytest.param(
        ("Judge Petra Ashdown jailed Hugo Ashdown.", "Judge Ashdown told him so. ¦Ashdown¦ wept."),
        None,
        id="not-who-is-called-by-her-office",
    ),
    pytest.param(
        ("Hugo Ashdown met Hugo Varley in Leeds.", "It rained. ¦Hugo¦ wept."), None, id="a-shared-given-name"
    ),
    pytest.param(
        ("Hugo Ashdown, 40, met Han Ashdown, 30.", "It rained, and ¦Han Ashdown¦ and Hugo Ashdown wept."),
        "Han Ashdown",
        id="a-whole-name-that-the-pipeline-cuts-in-two",
    ),
    pytest.param(
        ("Senator Petra Ashdown married Hugo Ashdown.", "Hugo Ashdown is shy.", "It rained. ¦Ashdown¦ won."),
        "Petra Ashdown",
        id="the-principal-of-a-family",
    ),
]


@pytest.mark.parametrize(("paragraphs", "name"), TITLED + GENERATIONS + SURNAMES)
def test_name_that_several_may_bear(paragraphs: tuple[str, ...], name: str | None) -> None:
    assert meant(*paragraphs) == name


def test_namesake_of_another_sex_leaves_the_pronouns_alone() -> None:
    assert (
        meant(
            "Gerald Ashdown drowned.", "Mrs Ashdown told the inquiry so. Gerald Ashdown swam well. ¦He sang."
        )
        == "Gerald Ashdown"
    )


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(
            ("Colm Varley vanished.", "His father, Colm Varley Snr, wept."),
            [("Colm Varley", "person", (), None), ("Colm Varley Snr", "person", (), "His father")],
            id="father-and-son-are-two",
        ),
        pytest.param(
            ("Colm Varley vanished. His father, Colm Varley Snr, wept.", "Colm Jnr sang. Colm Jnr swam."),
            [("Colm Varley", "person", ("Colm Jnr",), None), ("Colm Varley Snr", "person", (), "His father")],
            id="called-by-the-whole-name-though-Jnr-is-said-more",
        ),
        pytest.param(
            ("Gerald Ashdown drowned.", "Mrs Ashdown wept."),
            [("Gerald Ashdown", "person", (), None)],
            id="a-widow-without-a-name-is-listed-nowhere",
        ),
    ],
)
def test_namesakes_among_the_actors(paragraphs: tuple[str, ...], expected: list[Named]) -> None:
    assert named_in(*paragraphs) == expected


RELATIVES = [
    pytest.param("Petra Ashdown, her daughter, wept.", None, id="a-daughter-told-behind-her-name"),
    pytest.param(
        "Petra Ashdown, 32, Mrs Ashdown’s eldest daughter, wept.", None, id="her-daughter-by-name-and-age"
    ),
    pytest.param("Petra Ashdown, the daughter of Mrs Ashdown, wept.", None, id="the-daughter-of-hers"),
    pytest.param("Her daughter, Ms Petra Ashdown, wept.", None, id="a-daughter-told-before-her-name"),
    pytest.param(
        "Mrs Ashdown’s 32-year-old sister Petra Ashdown wept.", None, id="her-sister-by-name-and-age"
    ),
    pytest.param("Their daughter Petra Ashdown wept.", None, id="a-daughter-of-two"),
    pytest.param(
        "It rained. Petra Ashdown, 52, a baker, wept.",
        "Petra Ashdown",
        id="who-is-told-to-be-nobody's-relative",
    ),
    pytest.param("Petra Ashdown, his mother, wept.", "Petra Ashdown", id="a-man's-mother"),
    pytest.param("Their mother, Petra Ashdown, wept.", "Petra Ashdown", id="the-mother-of-several"),
    pytest.param(
        "Petra Ashdown, who lost her mother in May, wept.", "Petra Ashdown", id="whose-mother-is-told-of"
    ),
    pytest.param(
        "Petra Ashdown, her husband and her daughter wept.", "Petra Ashdown", id="beside-her-husband"
    ),
    pytest.param("With her son, Petra Ashdown left.", "Petra Ashdown", id="behind-her-son"),
    pytest.param("Petra Ashdown, the mother of Mrs Vane, wept.", "Petra Ashdown", id="the-mother-of-another"),
]


@pytest.mark.parametrize(("then", "name"), RELATIVES)
def test_mrs_spoken_of_before_a_relative_is_brought_in_is_not_that_relative(
    then: str, name: str | None
) -> None:
    assert meant("¦Mrs Ashdown¦ said that she would sue.", then) == name
    assert meant("Mrs Ashdown said that she would sue.", then, "It rained. ¦Mrs Ashdown¦ left.") == name


@pytest.mark.parametrize(
    ("paragraphs", "name"),
    [
        pytest.param(
            ("¦Dr Ashdown¦ said that it would end.", "Hugo Ashdown, her husband, wept."),
            None,
            id="a-doctor's",
        ),
        pytest.param(
            ("¦Mr Ashdown¦ said that he would sue.", "His son, Hugo Ashdown, wept."), None, id="a-man's-son"
        ),
        pytest.param(
            ("Mrs Ashdown sued.", "Petra Ashdown, her daughter, wept. ¦Ms Ashdown¦ left."),
            "Petra Ashdown",
            id="the-daughter-by-a-title-of-her-own",
        ),
        pytest.param(
            ("Petra Ashdown, her daughter, wept.", "It rained. ¦Mrs Ashdown¦ left."),
            "Petra Ashdown",
            id="a-daughter-who-came-first",
        ),
    ],
)
def test_title_of_a_relative(paragraphs: tuple[str, ...], name: str | None) -> None:
    assert meant(*paragraphs) == name


HEADED = [
    pytest.param("Angus Ashdown sells the mill", "Ashdown", "Angus Ashdown", id="whom-the-headline-names"),
    pytest.param("Ashdown sells the mill", "Ashdown", "Gerald Ashdown", id="nobody-else-is-named"),
    pytest.param("Gerry Ashdown sells the mill", "Ashdown", "Gerald Ashdown", id="a-shorter-name"),
    pytest.param("Will Ashdown sell the mill?", "Ashdown will", "Gerald Ashdown", id="a-verb"),
    pytest.param("Angus Ashdown sells the mill", "Gerald Ashdown", "Gerald Ashdown", id="first-in-full"),
]


@pytest.mark.parametrize(("headline", "first", "name"), HEADED)
def test_surname_alone_is_whose_the_headline_names_before_another_comes_in(
    headline: str, first: str, name: str
) -> None:
    lede = f"{first} left the mill on Monday. He said that it was sold."
    then = "The buyer is a cousin, Gerald Ashdown of Orme." if first != "Gerald Ashdown" else "Nobody came."
    article = an_article(lede, then, headline=headline)
    cast, begins = cast_of(article), article.body[0].start
    found = cast.at(Span(begins, begins + len(first.removesuffix(" will"))))
    assert found is not None
    assert cast.actors[found].name == name


def test_neither_is_meant_where_the_other_has_just_acted() -> None:
    article = an_article(
        "Ashdown left the mill on Monday. Gerald Ashdown keeps the books. Ashdown wept.",
        headline="Angus Ashdown sells the mill",
    )
    start = article.text.index("Ashdown wept")
    assert cast_of(article).at(Span(start, start + len("Ashdown"))) is None


SHORT = [
    pytest.param(
        (
            "The ferries are run by Vextor Inc. and Vextor Ltd. of Elm.",
            "Vextor said it would pay. Vextor Ltd. said it would not.",
        ),
        [("Vextor Inc.", ()), ("Vextor Ltd.", ()), ("Vextor", ())],
        id="opening-of-two-names-is-neither",
    ),
    pytest.param(
        (
            "The ferries are run by Vextor Inc. of Elm.",
            "Vextor said it would pay. The rival Vextor Ltd. said it would not. “It is late,” Vextor said.",
        ),
        [("Vextor Inc.", ("Vextor",)), ("Vextor Ltd.", ())],
        id="whom-it-meant-before-the-other-came",
    ),
    pytest.param(
        (
            "The ferries are run by Brextor Group of Elm and by Kordu Ltd. of Selby.",
            "Brextor said it was late.",
        ),
        [("Brextor Group of Elm", ("Brextor",)), ("Kordu Ltd.", ())],
        id="opening-of-one",
    ),
    pytest.param(
        ("The Bank of Elm lent to the Bank of Selby. The Bank said it was glad.",),
        [("Bank of Elm", ()), ("Bank of Selby", ("Bank",))],
        id="noun-is-the-last-s",
    ),
    pytest.param(
        (
            "LibreBank said so. It is in the LibreBank Hartwell archive. LibreBank sold it. LibreBank left.",
            "Kordu LibreBank has made two loans.",
        ),
        [("Kordu LibreBank", ("LibreBank",))],
        id="whole-name-and-no-thing-s",
    ),
    pytest.param(
        ("LibreBank said so. LibreBank Hartwell manager Ann Orme left. LibreBank sold it. LibreBank left.",),
        [("LibreBank", ("LibreBank Hartwell",)), ("Ann Orme", ())],
        id="manager-is-no-thing",
    ),
    pytest.param(
        (
            "LibreBank said so. LibreBank sold it. LibreBank left. Kordu LibreBank has made two loans.",
            "Kordu said it would pay.",
        ),
        [("Kordu LibreBank", ("LibreBank",)), ("Kordu", ())],
        id="whose-it-is-stands-in-front",
    ),
    pytest.param(
        (
            "Apex OpenLedger sold two mills. Apex said it was a loss. Apex left.",
            "OpenLedger said it would sue.",
        ),
        [("Apex OpenLedger", ("Apex", "OpenLedger"))],
        id="called-by-either",
    ),
    pytest.param(
        ("Petra Ashdown sold the mill. Ashdown wept. It was hard for Ashdown.", "Later, Petra sang."),
        [("Petra Ashdown", ("Ashdown", "Petra"))],
        id="given-name-stands-in-front-of-no-house",
    ),
    pytest.param(
        (
            "The accused are Han Orme, Jun Orme and James Orme.",
            "Han Orme and Jun Orme were held on Monday.",
        ),
        [("Han Orme", ()), ("Jun Orme", ()), ("James Orme", ())],
        id="name-that-the-pipeline-cuts-behind-its-first-word",
    ),
    pytest.param(
        (
            "Defendants are Han Lee, 41, of Elm, Junmyung Lee, 30, and James Lee, 68.",
            "It was late.",
            "Han Lee and Junmyung Lee were arraigned in Elm.",
        ),
        [("Han Lee", ()), ("Junmyung Lee", ()), ("James Lee", ())],
        id="name-that-it-cuts-in-two",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected"), SHORT)
def test_short_form_is_one_s_alone(
    paragraphs: tuple[str, ...], expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(name, aliases) for name, _, aliases, _ in named_in(*paragraphs)] == expected

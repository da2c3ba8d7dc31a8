"""Who is an actor at all: nobody that a reader of /who would laugh at, and everybody who does something."""

import pytest

from tests.summaries.reading import Named, named_in, names_in

NOBODY = [
    pytest.param("Marijuana is legal there. Gender is another matter.", id="noun-that-opens-the-sentence"),
    pytest.param("He was last seen leaving Calypso nightclub at two.", id="name-of-a-nightclub"),
    pytest.param("It was the Lumina display that we saw, and a Vertex headset.", id="product"),
    pytest.param("The van came from Fernleigh. It broke down at Tilmouth.", id="places-behind-prepositions"),
    pytest.param("They are of Christchurch, Middleton, and Selwick.", id="places-in-a-row"),
    pytest.param("It opened on Larch Close, off Larkspur Avenue, in May.", id="streets"),
    pytest.param("The house has Art Deco windows.", id="style"),
    pytest.param("You may choose an Annual Subscription or read our Privacy Notice.", id="sign-up-words"),
    pytest.param("All Rights Reserved.", id="rights"),
    pytest.param("The CEOs met the MPs and watched the CCTV.", id="letters"),
    pytest.param("It had a Rear Admiral, Special Agents and a Secretary of State.", id="offices"),
    pytest.param("Share Email", id="buttons"),
    pytest.param("The video was shown on Facebook and on Twitter.", id="where-something-is-shown"),
    pytest.param("We slept in a Toyota on the ferry.", id="make-of-a-car"),
    pytest.param("Council spending rose by a third.", id="house-word-that-opens"),
    pytest.param("They use Firefox. Firefox is free, and we like Firefox.", id="program"),
    pytest.param("She won an Oscar. The Oscars were fun, and the Oscar shone.", id="award"),
    pytest.param("He would repeal Obamacare, and Medicare paid.", id="law-by-one-word"),
    pytest.param("They hired a Nissan Brio. The Nissan Brio hit a bus.", id="car"),
    pytest.param("The ship left the Territory, and we know the Territory.", id="word-for-a-place"),
    pytest.param("It was a child of the Arab Spring, and the Arab Spring is over.", id="season-of-revolt"),
    pytest.param("A Delta-M rocket broke up.", id="rocket"),
    pytest.param("Youths were sent from four Fell Country estates.", id="estates-of-a-country"),
    pytest.param("The Brionut rose to third on the list.", id="dish-by-its-article"),
    pytest.param("We show you ads on our Services and measure them.", id="our-services"),
    pytest.param("He told the Today show nothing.", id="word-for-a-time"),
    pytest.param(
        "The next opponents arrived late, and other teams left.", id="group-that-is-only-pointed-at"
    ),
    pytest.param("Its supporters protested.", id="group-of-somebody-unnamed"),
    pytest.param("They passed Senate Bill 12 in May.", id="house-in-a-bills-name"),
    pytest.param("She began the Go Aid Me page in June.", id="small-word-with-a-capital-behind"),
    pytest.param("He sang in Let There Be Vertex last year.", id="small-word-with-a-capital-before"),
    pytest.param("At night they would Google the words.", id="name-as-a-verb"),
    pytest.param(
        "It is in a file format known as Nested Byte Row (NBR). We sent NBR.", id="format-in-letters"
    ),
    pytest.param("It is a long-term loan (LTL). The LTL grew.", id="letters-of-common-words"),
    pytest.param("We helped to launch the KSVR, and you have KSVR.", id="ware-in-letters"),
    pytest.param("He had left his home at Martha Lodge, Elm Coast.", id="where-somebody-lives"),
    pytest.param("They cheered at Selwick’s Orme Center.", id="owned-building-somebody-is-at"),
    pytest.param("As Ann Orrewrites, it rained.", id="verb-glued-to-the-name"),
    pytest.param("A film about the prophet Muhammad was shown.", id="prophet"),
    pytest.param("The Meteor project was a secret.", id="project"),
    pytest.param("It was International Miners' Day and International Women’s Day.", id="feast-of-an-owner"),
    pytest.param("He flew on his own Boeing 757 airliner.", id="model-before-its-noun"),
    pytest.param("Settlements in the West Bank grew.", id="place-called-like-a-house"),
    pytest.param("Call Mom and Dad, she begged.", id="kin-alone"),
    pytest.param("A shot by the Welshman was saved.", id="somebodys-country"),
    pytest.param("We eat eggs 1) Baked, 2) Scotch, 3) Fried.", id="items-by-number"),
    pytest.param("The Internet does not like it.", id="internet"),
    pytest.param("Photo: LinkedIn. It was taken on Monday.", id="platform-of-a-picture"),
    pytest.param("Gov. Krista OrmeKrista left.", id="names-run-together"),
    pytest.param("Nobody yet is playing the inspector Milo Orr.", id="somebody-that-is-played"),
    pytest.param(
        "They left the British Selwick Islands (BSI). The BSI’s port and the BSI ferry closed.",
        id="place-in-letters-with-its-nation",
    ),
    pytest.param("Superstorm Gerda hit the coast.", id="superstorm"),
    pytest.param(
        "The fictional book has a character called Milo. At a club he met the rich Ned Orr-Bridge, who left.",
        id="whom-a-character-meets",
    ),
    pytest.param("The book has a character called Milo. Milo left at nine.", id="character-of-a-book"),
    pytest.param("The inspector Milo Orr, played by nobody yet, left.", id="figure-that-is-played"),
    pytest.param("It is a film, with a portrayal of Milo Orr that pleased.", id="figure-of-a-film"),
    pytest.param(
        "It is a film. We liked the performance as an ageing Milo Orr.", id="part-in-a-film-that-is-performed"
    ),
    pytest.param("OpenWriter Reversion is free, and we use OpenWriter Reversion.", id="ware-run-together"),
    pytest.param("On Monday radical Buddhists marched, and hard-line Buddhists sang.", id="some-of-a-people"),
    pytest.param("It is the biggest fair in Latin America, said nobody.", id="part-of-a-continent"),
]

SOMEBODY = [
    pytest.param(
        "Tom Reyes, 35, of Larkspur Drive, Kent Road, Debe, was charged.", ["Tom Reyes"], id="address"
    ),
    pytest.param(
        "Lena Orr, 40, of St Anne’s Road, Margate, Kent, and Ann Voss, 51, of Elm Lane, were charged.",
        ["Lena Orr", "Ann Voss"],
        id="two-addresses",
    ),
    pytest.param(
        "A tram left its rails at Selby. “It hummed,” said fire chief Lise Tandberg.",
        ["Lise Tandberg"],
        id="scene",
    ),
    pytest.param(
        "Bristol's Jack Harrow and Bath's Tom Orme scored after the break.",
        ["Jack Harrow", "Tom Orme"],
        id="players-of-towns",
    ),
    pytest.param(
        "The prize went to Jarmila Drtina of Prague.", ["Jarmila Drtina"], id="somebody-who-does-nothing"
    ),
    pytest.param("He sat beside his brother Jack.", ["Jack"], id="relative-by-a-given-name"),
    pytest.param("“Never come back,” said Ruiz.", ["Ruiz"], id="said-somebody"),
    pytest.param("“I told him, ‘Never come back,’” Ruiz said.", ["Ruiz"], id="somebody-said"),
    pytest.param("The Sunday Telegraph quoted Ann Orr.", ["Sunday Telegraph", "Ann Orr"], id="sunday-paper"),
    pytest.param("Ford plans to hire 300.", ["Ford"], id="known-house-that-opens"),
    pytest.param("He leaned toward Zelim Yandar.", ["Zelim Yandar"], id="full-name-behind-a-preposition"),
    pytest.param("He thanked Mr. Ostrow.", ["Ostrow"], id="title"),
    pytest.param(
        "They were met by Superintendent (Ag.) Colin Ramdas and Insp. Vijay Boodoo.",
        ["Colin Ramdas", "Vijay Boodoo"],
        id="acting-ranks",
    ),
    pytest.param("Trump met nobody, and he likes Trump.", ["Trump"], id="known-by-one-name"),
    pytest.param("“It is late,” Ann and Susan Orme said.", ["Ann", "Susan Orme"], id="two-of-one-surname"),
    pytest.param("Maine Sens. Ann Lee and Tom Ray left.", ["Ann Lee", "Tom Ray"], id="title-of-two"),
    pytest.param(
        "Fred VanOrme and Karl-Anthony Roe left.", ["Fred VanOrme", "Karl-Anthony Roe"], id="capitals"
    ),
    pytest.param("They sued the Department of Justice’s staff.", ["Department of Justice"], id="title-word"),
    pytest.param(
        "“It rose,” said Leena Orme of Harbour Watch Trust.",
        ["Leena Orme", "Harbour Watch Trust"],
        id="of-a-house",
    ),
    pytest.param("Toyota Motor plans to hire 300.", ["Toyota Motor"], id="maker-of-cars"),
    pytest.param(
        "Harbour Group shares rose, and Selwick Bank was fined.",
        ["Harbour Group", "Selwick Bank"],
        id="houses-that-do-nothing",
    ),
    pytest.param(
        "The creator Phoebe Orme-Bridge left. “No,” Orme-Bridge said.",
        ["Phoebe Orme-Bridge"],
        id="family-name-with-a-hyphen-that-ends-like-a-street",
    ),
    pytest.param("Many Buddhists marched.", ["Buddhists"], id="most-of-a-people"),
    pytest.param(
        "In the drama Ann Orr plays the inspector Milo Lund.",
        ["Ann Orr"],
        id="who-plays-and-not-who-is-played",
    ),
    pytest.param(
        "They chose Milo Orr for the part, as Ann Lund said.", ["Milo Orr", "Ann Lund"], id="who-gets-a-part"
    ),
    pytest.param("Selwick Online said so.", ["Selwick Online"], id="pages-online"),
    pytest.param("Leeds play Milo Lund in the next match.", ["Milo Lund"], id="played-against"),
    pytest.param(
        "We like Quick Foods. Quick Foods said so.",
        ["Quick Foods"],
        id="common-word-that-opens-a-name-and-the-sentence",
    ),
    pytest.param(
        "The KVR said no. KVR Governor Ann Lee left the KVR Governor’s hall.",
        ["KVR", "Ann Lee"],
        id="office-behind-letters",
    ),
    pytest.param("Ann Keating left. The Keatings fled.", ["Ann Keating"], id="family-in-the-plural"),
    pytest.param(
        "The Democratic Senate primary began, and the Senate met.", ["Senate"], id="party-before-a-chamber"
    ),
    pytest.param(
        "Harbour & Voss’s owners met.",
        ["Harbour & Voss", "Harbour & Voss’s owners"],
        id="owners-of-a-house-of-two-names",
    ),
    pytest.param("He said that Black Lives Matter would march.", ["Black Lives Matter"], id="movement"),
]

SHOUTED = [
    pytest.param(
        ("ROSA Bellamy has sworn to keep her geese.", "Rosa said so. Bellamy has nine of them."),
        ["Rosa Bellamy"],
        id="given-name-in-capitals",
    ),
    pytest.param(
        ("A BUNGLING minister lost his case.", "Tom Reyes said he was sorry."), ["Tom Reyes"], id="adjective"
    ),
    pytest.param(
        ("YOUNGSTER Tom Reyes was hit by lightning.", "Reyes is well."), ["Tom Reyes"], id="noun-in-front"
    ),
    pytest.param(
        ("A PLUMBER was hit by lightning. He met Tom Reyes.", "The plumber is well."),
        ["Tom Reyes"],
        id="noun-that-the-text-knows",
    ),
    pytest.param(
        ("FURIOUS Nora Keating rang the council.", "Keating said the bins were full."),
        ["Nora Keating"],
        id="adjective-in-front",
    ),
    pytest.param(
        ("NORA KEATING rang the council.", "Mrs Keating said the bins were full."),
        ["Nora Keating"],
        id="whole-name-in-capitals",
    ),
    pytest.param(("TWO men were hit by a bus.", "Tom Reyes drove it."), ["Tom Reyes"], id="number"),
    pytest.param(
        ("UNICEF has sent tents.", "Tom Reyes drove them."), ["UNICEF", "Tom Reyes"], id="a-known-house"
    ),
    pytest.param(
        ("An SNP minister quit.", "The SNP thanked Tom Reyes."), ["SNP", "Tom Reyes"], id="a-party-in-letters"
    ),
]

NAMED = [
    pytest.param(
        ("Nora Keating spoke. Nora Anne Keating was born here.", "Nora Keating left."),
        "Nora Keating",
        id="full-form-said-most",
    ),
    pytest.param(
        ("“Nora Beth Keating, Nora Beth Keating!” they sang.", "Nora Keating laughed."),
        "Nora Keating",
        id="outside-marks",
    ),
    pytest.param(
        ("De Moranda wrote it. De Moranda drew it. Luis de Moranda sold it.",),
        "Luis de Moranda",
        id="particles",
    ),
    pytest.param(
        ("Luis Moran Lomas wrote. Luis Moran drew. Luis Moran sold it. Moran left.",),
        "Luis Moran",
        id="first-family-name",
    ),
    pytest.param(("Keating, Keating, Keating! Nora Keating laughed.",), "Nora Keating", id="never-short"),
    pytest.param(("Robert Keating Jr. sued. Keating won. Keating left.",), "Robert Keating Jr.", id="suffix"),
]

GROUPS = [
    pytest.param("American officials hope to lift the ban.", "American officials", id="nation-opens"),
    pytest.param("Danish lawmakers rejected it.", "Danish lawmakers", id="another-nation"),
    pytest.param("Kurdish fighters took the hill.", "Kurdish fighters", id="people-without-a-state"),
    pytest.param("City officials closed the road.", "city officials", id="common-word-opens"),
    pytest.param("Few leaders spoke.", "leaders", id="counting-word"),
    pytest.param("On Monday British commanders met.", "British commanders", id="nation-in-mid-sentence"),
    pytest.param("Funeral directors warned of it.", "funeral directors", id="common-noun-tells-which"),
    pytest.param(
        "They will be fined, warned officers in May. Officers left.", "officers", id="verb-turned-round"
    ),
    pytest.param("The club is adamant nurses must pay.", "nurses", id="predicate-before-it"),
    pytest.param("Ann Lee’s aides denied it.", "Ann Lee’s aides", id="owner-by-name"),
    pytest.param("Tired nurses and some angry nurses left.", "nurses", id="adjectives"),
    pytest.param(
        "It was closed, Con Harbour officials said.", "Con Harbour officials", id="house-of-two-words"
    ),
    pytest.param("Then Boston police came. Police left.", "Boston police", id="police-of-a-town"),
    pytest.param("Police came. Boston police left.", "Boston police", id="police-whose-town-is-told-later"),
    pytest.param("Police investigators came. Investigators left.", "police investigators", id="fuller-first"),
    pytest.param("Voters came. Voters chose. Swing voters left.", "voters", id="plain-said-most"),
    pytest.param("It was shut, according to bridge inspectors.", "bridge inspectors", id="source"),
]


BODIES = [
    pytest.param(
        "He told boat developer Tamburg in May. Tamburg has failed to act. They asked Tamburg for words.",
        ("Tamburg", "organization", (), "boat developer"),
        id="a-town-to-the-pipeline-and-said-to-be-a-house",
    ),
    pytest.param(
        "LibreBank said so. It is in the LibreBank Hartwell archive. LibreBank sold it. LibreBank left.",
        ("LibreBank", "organization", (), None),
        id="before-a-thing-of-its",
    ),
    pytest.param(
        "The Department of Forests came. The forests department left.",
        ("Department of Forests", "organization", ("forests department",), None),
        id="words-of-its-name",
    ),
    pytest.param(
        "Police came. North Selwick Police said it was over.",
        ("North Selwick Police", "organization", ("Police",), None),
        id="police",
    ),
    pytest.param(
        "Roscosmos said it was lost. The Russian space agency lost two.",
        ("Roscosmos", "organization", ("Russian space agency",), None),
        id="what-every-reader-knows",
    ),
    pytest.param(
        "The Associated Press news agency said so.",
        ("Associated Press", "organization", (), None),
        id="news-agency",
    ),
    pytest.param(
        "The group Nurses for the Fair Treatment of Cats said so. NFTC said it would sue.",
        ("Nurses for the Fair Treatment of Cats", "organization", ("NFTC",), None),
        id="letters-that-open-a-sentence",
    ),
    pytest.param(
        "The Selwick Centre on Poverty and Hunger said so.",
        ("Selwick Centre on Poverty and Hunger", "organization", (), None),
        id="two-causes",
    ),
    pytest.param(
        "It is in Kent’s Museum of Glass Art, the Museum of Glass Art said.",
        ("Museum of Glass Art", "organization", (), None),
        id="place-that-owns-it",
    ),
]


KINDS = [
    pytest.param("American Lanterns said it would fight.", "American Lanterns", id="nation-in-front"),
    pytest.param(
        "Ansar al-Rif, an armed organization, said it would fight.", "Ansar al-Rif", id="said-to-be-one"
    ),
    pytest.param("“Call us,” said Crime Halters.", "Crime Halters", id="plural"),
    pytest.param("Merulus VR said it would close.", "Merulus VR", id="capitals-behind"),
    pytest.param("Amazon Prime Video will show the match.", "Amazon Prime Video", id="known-house-in-front"),
]


ACCUSED = [
    pytest.param(
        (
            "The suit accuses Oculo and Lumina of “taking” secrets.",
            "They wanted to buy Oculo for less. Later Lumina was sold.",
        ),
        ["Oculo", "Lumina"],
        id="two-that-are-named-alone",
    ),
    pytest.param(
        ("The suit accuses Oculo and Lumina of “taking” secrets.", "They wanted to buy it for less."),
        ["Oculo and Lumina"],
        id="never-named-alone",
    ),
    pytest.param(
        ("It is in talks with local developer Wendel Arn LLC, who holds it.",),
        ["Wendel Arn LLC"],
        id="company",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected"), ACCUSED)
def test_houses_are_whole_and_apart(paragraphs: tuple[str, ...], expected: list[str]) -> None:
    assert names_in(*paragraphs, kind="organization") == expected


@pytest.mark.parametrize("sentence", NOBODY)
def test_nobody_is_listed(sentence: str) -> None:
    assert names_in(sentence) == []


@pytest.mark.parametrize(("sentence", "expected"), SOMEBODY)
def test_somebody_is_listed_and_nobody_else(sentence: str, expected: list[str]) -> None:
    assert names_in(sentence) == expected


@pytest.mark.parametrize(("paragraphs", "expected"), SHOUTED)
def test_capitals_that_open_a_story(paragraphs: tuple[str, ...], expected: list[str]) -> None:
    assert [name for name, kind, *_ in named_in(*paragraphs) if kind != "group"] == expected


@pytest.mark.parametrize(("paragraphs", "expected"), NAMED)
def test_name_is_the_full_form_said_most(paragraphs: tuple[str, ...], expected: str) -> None:
    assert names_in(*paragraphs, kind="person") == [expected]


@pytest.mark.parametrize(("sentence", "expected"), GROUPS)
def test_group_is_called_by_the_words_that_tell_which(sentence: str, expected: str) -> None:
    assert names_in(sentence, kind="group") == [expected]


def test_groups_of_two_bodies_stay_apart() -> None:
    """Nor are those of whom nothing tells which body is theirs put with either."""
    assert names_in("Con Harbour officials paid. Rail Office officials did not. Officials left.") == [
        "Con Harbour officials",
        "Rail Office",
        "Rail Office officials",
        "officials",
    ]


@pytest.mark.parametrize(("paragraphs", "expected"), BODIES)
def test_house_is_one_with_what_common_nouns_call_it(paragraphs: str, expected: Named) -> None:
    assert named_in(paragraphs) == [expected]


@pytest.mark.parametrize(("sentence", "name"), KINDS)
def test_house_is_no_person(sentence: str, name: str) -> None:
    assert [(called, kind) for called, kind, *_ in named_in(sentence)] == [(name, "organization")]


def test_a_letters_writer_is_named_without_the_town() -> None:
    page = (
        "It rains too much.",
        "Gary Sloan Elmton",
        "The road is bad.",
        "Jon Regan Clayton",
        "We lost. Regan won.",
        "Ninfa Orr Selby",
    )
    names = names_in(*page)
    assert "Jon Regan" in names
    assert not any(town in name for name in names for town in ("Elmton", "Clayton", "Selby"))

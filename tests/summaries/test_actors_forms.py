"""What a name looks like: how far it goes, and what stands beside it that is none of it."""

import pytest

from tests.summaries.reading import named_in, names_in

Person = tuple[str, tuple[str, ...]]  # name, aliases

NICKNAMES = [
    pytest.param(
        ('The pitch was wet, said coach Osbert "Biscuit" Lowther.', '"Boots weigh more," Lowther said.'),
        [('Osbert "Biscuit" Lowther', ("Lowther",))],
        id="straight-marks",
    ),
    pytest.param(
        ("Wilfred “Wiffy” Tranter, 61, said he would stay.", "“This is home,” Tranter said."),
        [("Wilfred “Wiffy” Tranter", ("Tranter",))],
        id="curly-marks",
    ),
    pytest.param(
        ("Desmond ‘Dodger’ Pellew runs the boat yard.", "Pellew said the slip was closed."),
        [("Desmond ‘Dodger’ Pellew", ("Pellew",))],
        id="single-curly-marks",
    ),
    pytest.param(
        ("Desmond 'Dodger' Pellew runs the boat yard.", "Pellew said the slip was closed."),
        [("Desmond 'Dodger' Pellew", ("Pellew",))],
        id="single-straight-marks",
    ),
    pytest.param(
        ("Boxer Hector “Hands of Brass” Villar won the bout.", "Villar said he was tired."),
        [("Hector “Hands of Brass” Villar", ("Villar",))],
        id="nickname-of-three-words",
    ),
    pytest.param(
        ("Rapper Tobias “Lil Bay” Munro played on the quay.", "Munro thanked the crowd."),
        [("Tobias “Lil Bay” Munro", ("Munro",))],
        id="job-before-it",
    ),
    pytest.param(
        ("Leon “Hammer” Oakley trains the boys.", "Hammer Oakley said they listen. Oakley won twice."),
        [("Leon “Hammer” Oakley", ("Hammer Oakley", "Oakley"))],
        id="nickname-and-family-name",
    ),
    pytest.param(
        ("Leon “Wee Cal” Oakley trains the boys.", "“They listen,” Wee Cal said. Oakley won twice."),
        [("Leon “Wee Cal” Oakley", ("Wee Cal", "Oakley"))],
        id="nickname-of-two-words-alone",
    ),
    pytest.param(
        ("A third man, Leon “the Clerk” Oakley, gave himself up.", "Oakley said he kept the books."),
        [("Leon “the Clerk” Oakley", ("Oakley",))],
        id="nickname-that-opens-with-the",
    ),
    pytest.param(
        ("The champion, Leon “Judge” Oakley, gave himself up.", "Oakley said he kept the books."),
        [("Leon “Judge” Oakley", ("Oakley",))],
        id="nickname-that-is-a-title",
    ),
    pytest.param(
        ("Its owner, Yusuf “Abu Samak” al-Tamimi, slept there.", "It was late, al-Tamimi said."),
        [("Yusuf “Abu Samak” al-Tamimi", ("al-Tamimi",))],
        id="behind-it-an-article-in-a-name",
    ),
    pytest.param(
        ("The champion, Joost ‘Reed’ van der Meij, lost.", "Van der Meij said he was tired."),
        [("Joost ‘Reed’ van der Meij", ("Van der Meij",))],
        id="behind-it-particles",
    ),
    pytest.param(
        ("Mary Ellen “Nell” Ashworth sold the farm.", "Ashworth said Nell was her mother's name, too."),
        [("Mary Ellen “Nell” Ashworth", ("Ashworth", "Nell"))],
        id="two-given-names",
    ),
    pytest.param(
        ("Melissa Jagesser was held.", "Mellissa Jageser had left."),
        [("Melissa Jagesser", ("Mellissa Jageser",))],
        id="letters-doubled-once-and-once-not",
    ),
    pytest.param(
        ("Geert Orlé was held.", "Geert Orle had left."),
        [("Geert Orlé", ("Geert Orle",))],
        id="accent-once-and-once-not",
    ),
    pytest.param(
        ("Sandra Orle was held.", "Sandy Orle had left."),
        [("Sandra Orle", ("Sandy Orle",))],
        id="short-form-of-a-given-name",
    ),
    pytest.param(
        ("Paula Reddy wrote “Tides” and Tom Barrow sang it.",),
        [("Paula Reddy", ()), ("Tom Barrow", ())],
        id="title-of-a-work-is-no-nickname",
    ),
]

APOSTROPHES = [
    pytest.param(
        (f"Council leader Brian {family} said the roof would be mended.", f"“It leaks,” {family} said."),
        [(f"Brian {family}", (family,))],
        id=family,
    )
    for family in ("O’Hare", "O'Hare", "D’Orsay", "M’Bala", "N’Diaye", "Dell’Orto", "L’Estrange", "d’Abbans")
]

PARTS = [
    pytest.param(
        ("Envoy Seo Min-jun arrived in Oslo.", "“I brought tea,” Seo said."),
        [("Seo Min-jun", ("Seo",))],
        id="korean-given-name",
    ),
    pytest.param(
        ("Taiwan's Lin Mei-hua signed as an observer.", "Lin told reporters that she was glad."),
        [("Lin Mei-hua", ("Lin",))],
        id="chinese-given-name",
    ),
    pytest.param(
        ("Cheng Kuo-hsiung opened the fair.", "Mayor Cheng said it would rain."),
        [("Cheng Kuo-hsiung", ("Cheng",))],
        id="wade-giles",
    ),
    pytest.param(
        ("Rui da Mota e Sousa opened the harbour.", "“Ships will come again,” da Mota e Sousa said."),
        [("Rui da Mota e Sousa", ("da Mota e Sousa",))],
        id="portuguese-e",
    ),
    pytest.param(
        ("Inés Roca y Peral sued the port.", "Roca y Peral said the fee was too high."),
        [("Inés Roca y Peral", ("Roca y Peral",))],
        id="spanish-y",
    ),
    pytest.param(
        ("José Ángel Muñiz Prado of Chile signed it.", "“We had long hoped for it,” Muñiz said."),
        [("José Ángel Muñiz Prado", ("Muñiz",))],
        id="spanish-first-family-name",
    ),
    pytest.param(
        ("Sir Ruairi Mac an tSionnaigh was honoured.", "“It was a lamp,” Mac an tSionnaigh said."),
        [("Ruairi Mac an tSionnaigh", ("Mac an tSionnaigh",))],
        id="gaelic-article",
    ),
    pytest.param(
        ("Caoimhe Ní hAodha swam the bay.", "Ní hAodha said the sea was warm."),
        [("Caoimhe Ní hAodha", ("Ní hAodha",))],
        id="gaelic-small-letter-first",
    ),
    pytest.param(
        ("Professor Owain ap Rhydderch gave the talk.", "“He never shouted,” ap Rhydderch said."),
        [("Owain ap Rhydderch", ("ap Rhydderch",))],
        id="welsh-patronym",
    ),
    pytest.param(
        ("Joost van der Meulen left the club.", "The fans cheered van der Meulen at the gate."),
        [("Joost van der Meulen", ("van der Meulen",))],
        id="dutch-particles",
    ),
    pytest.param(
        ("Paola della Robbiano sang.", "Critics praised della Robbiano."),
        [("Paola della Robbiano", ("della Robbiano",))],
        id="italian-particle",
    ),
    pytest.param(
        ("Kelvin Oubry Jr. sang.", "Then Oubry Jr. left the hall."),
        [("Kelvin Oubry Jr.", ("Oubry Jr.",))],
        id="family-name-with-its-suffix",
    ),
    pytest.param(
        ("Camille Etienne Orde sang.", "“I am tired,” Etienne said."),
        [("Camille Etienne Orde", ("Etienne",))],
        id="second-given-name",
    ),
    pytest.param(
        ("Kelvin Oubry Jr. sang.", "Then Oubry Jr. left.", "Oubry Jr. came back, and Oubry Jr. sang."),
        [("Kelvin Oubry Jr.", ("Oubry Jr.",))],
        id="suffix-is-no-family-name",
    ),
    pytest.param(
        ("Te Rangi Robert Parore sang.", "Then Te Rangi Parore left."),
        [("Te Rangi Robert Parore", ("Te Rangi Parore",))],
        id="all-but-the-middle",
    ),
]


BESIDE = [
    pytest.param(
        ("Baker Ilias Markou weighed it.", "Pupil Travis Leung, 15, laughed. Schoolteacher Rui Bastos left."),
        [("Ilias Markou", ()), ("Travis Leung", ()), ("Rui Bastos", ())],
        id="jobs-that-open-a-sentence",
    ),
    pytest.param(
        ("Rescuer Travis Leung laughed. Enforcer Greta Holm left.",),
        [("Travis Leung", ()), ("Greta Holm", ())],
        id="those-who-do-something",
    ),
    pytest.param(
        ("Cooper James Hale, 34, laughed. Parker Anna Holm left.",),
        [("Cooper James Hale", ()), ("Parker Anna Holm", ())],
        id="trades-as-given-names",
    ),
    pytest.param(
        ("Nurse Sefo Leota held the lamp. “It is late,” Leota said.",),
        [("Sefo Leota", ("Leota",))],
        id="behind-a-job-whom-the-pipeline-takes-for-a-house",
    ),
    pytest.param(
        ("Mason Greenway sold the mill. Porter Hale helped him.",),
        [("Mason Greenway", ()), ("Porter Hale", ())],
        id="jobs-that-are-given-names",
    ),
    pytest.param(
        ("The owner, Alhaji Bello Sanusi, stayed. Its bishop, Rt Rev Elspeth Rowlands, left.",),
        [("Bello Sanusi", ()), ("Elspeth Rowlands", ())],
        id="forms-of-address",
    ),
    pytest.param(
        ("Grand master Arkady Belov lost. “I saw the knight,” the Dutchman said.",),
        [("Arkady Belov", ())],
        id="neither-grand-nor-a-countryman",
    ),
    pytest.param(
        ("Browns QB Sheldon Rich was glad.", "Cleveland DL Larry Ogun left."),
        [("Sheldon Rich", ()), ("Larry Ogun", ())],
        id="place-in-a-team-in-letters",
    ),
    pytest.param(
        ("Det Con Ivy Marsh asked for witnesses.", "Det Supt Tom Orme agreed."),
        [("Ivy Marsh", ()), ("Tom Orme", ())],
        id="ranks-of-two-words",
    ),
    pytest.param(
        ("Mayor Per Lund rang the bell.", "The oldest singer, Per Holm, sang. It costs ten per head."),
        [("Per Lund", ()), ("Per Holm", ())],
        id="given-name-that-is-a-small-word",
    ),
    pytest.param(
        ("“It was wet,” said union boss Jun Park.", "Nurse June Lake agreed. They met in June."),
        [("Jun Park", ()), ("June Lake", ())],
        id="month-and-place-in-a-name",
    ),
    pytest.param(
        ("Leon “Tank” Orme scored.", "Leon Orme was glad."),
        [("Leon Orme", ("Leon “Tank” Orme",))],
        id="nickname-where-it-is-left-out-once",
    ),
    pytest.param(
        ("Selwick Bank CEO Peter Quayle resigned.", "Quayle said he was tired."),
        [("Peter Quayle", ("Quayle",))],
        id="office-in-letters",
    ),
    pytest.param(
        ("Labour MP Sunita Rao resigned.", "Sunita Rao MP said the vote was close."),
        [("Sunita Rao", ())],
        id="member-of-parliament",
    ),
    pytest.param(
        ("DS Karen Holt asked for witnesses.", "Holt said the car was red."),
        [("Karen Holt", ("Holt",))],
        id="rank-in-letters",
    ),
    pytest.param(
        ("Librarian Oscar Tweddle opened the hall.", "Tweddle said it would rain."),
        [("Oscar Tweddle", ("Tweddle",))],
        id="job-that-opens-the-sentence",
    ),
    pytest.param(
        ("Superintendent Ezra Petrie spoke. Detective Otis Mansfield listened.",),
        [("Ezra Petrie", ()), ("Otis Mansfield", ())],
        id="ranks-of-the-police",
    ),
    pytest.param(
        ("Warden Ida Tweddle closed the pier.", "Tweddle said it would rain."),
        [("Ida Tweddle", ("Tweddle",))],
        id="keeper-of-a-place",
    ),
    pytest.param(
        ("They thanked Supervisor Bruno Montes.", "Montes said the road was dry."),
        [("Bruno Montes", ("Montes",))],
        id="office-in-mid-sentence",
    ),
    pytest.param(
        ("Ruth Cullen feeds the gulls.", "Writing in The Mirror Ruth said: “They are family.”"),
        [("Ruth Cullen", ("Ruth",))],
        id="paper-in-front",
    ),
    pytest.param(
        ("Noel Ferris sold the mill.", "“It was time.” Stated Ferris, and he left."),
        [("Noel Ferris", ("Ferris",))],
        id="verb-in-front",
    ),
    pytest.param(
        ("Meena Sethi and Ravi Kapur study rights.", "Sethi and Kapur said the law was old."),
        [("Meena Sethi", ("Sethi",)), ("Ravi Kapur", ("Kapur",))],
        id="two-surnames-joined",
    ),
    pytest.param(
        ("Hannah Brook won the vote.", "Nasty Hannah Brook, he called her. Hannah Brook laughed."),
        [("Hannah Brook", ())],
        id="adjective-of-abuse-in-front",
    ),
    pytest.param(
        ("By Ian Moss Follow", "Ian Moss opened the shop. Moss sells clocks."),
        [("Ian Moss", ("Moss",))],
        id="button-behind",
    ),
    pytest.param(
        ("Ann Lee sang.", "The shop sold an Ann Lee Lego doll, and Lee laughed."),
        [("Ann Lee", ("Lee",))],
        id="toy-of-somebody",
    ),
    pytest.param(
        ("Bill Shaw backed the Data Bill.", "The British Bill goes far, and the Bill is dear."),
        [("Bill Shaw", ())],
        id="bill-that-is-a-law",
    ),
    pytest.param(("Laker Tom Ray sang.", "Ray left."), [("Tom Ray", ("Ray",))], id="one-of-a-team"),
    pytest.param(
        (
            "Dear editor, the road is bad.",
            "Gary Sloan Harrow",
            "The road is good.",
            "Dennis Carver Selwick",
            "There is no road.",
            "Ann Voss Margate",
        ),
        [("Gary Sloan", ()), ("Dennis Carver", ()), ("Ann Voss", ())],
        id="towns-of-those-who-write-letters",
    ),
]


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("“I have never seen a cow fly,” farmer Gro Hagen said.", "Gro Hagen", "person"),
        ("Councillor Des O'Malley (Ind) called on the mayor to go.", "Des O'Malley", "person"),
        (
            "Spanish critic María de los Ángeles Ortega y Rubio called the final a draw.",
            "María de los Ángeles Ortega y Rubio",
            "person",
        ),
        ("“We are shut,” airline Gro Airways said.", "Gro Airways", "organization"),
    ],
)
def test_name_behind_a_job_is_somebody_s_though_the_pipeline_takes_it_for_a_house(
    sentence: str, name: str, kind: str
) -> None:
    assert (name, kind) in [(found, what) for found, what, *_ in named_in(sentence)]


@pytest.mark.parametrize(("paragraphs", "expected"), NICKNAMES + APOSTROPHES + PARTS + BESIDE)
def test_name_is_whole(paragraphs: tuple[str, ...], expected: list[Person]) -> None:
    people = [(name, aliases) for name, kind, aliases, _ in named_in(*paragraphs) if kind == "person"]
    assert people == expected


HOUSES = [
    pytest.param(
        "The University of California, San Diego, sued Ann Lee.",
        ["University of California, San Diego"],
        id="university-with-its-campus",
    ),
    pytest.param(
        "Ann Lee and Tom Ray left the University of Texas, Eva Orme said.",
        ["University of Texas"],
        id="university-before-a-person",
    ),
    pytest.param(
        "He left the University of Selby, Leeds.", ["University of Selby"], id="town-of-a-university"
    ),
    pytest.param("“It rained,” said Harbor Master Ann Lee of Selby.", [], id="office-of-a-harbour"),
    pytest.param("Undersecretary for Consumer Affairs Dr. Ann Lee left.", [], id="address-behind-an-office"),
    pytest.param(
        "Marsh & Sons shut its bakery in May, while Dyer & Dyer hired ten millers.",
        ["Marsh & Sons", "Dyer & Dyer"],
        id="ampersand",
    ),
    pytest.param("Lund & Berg A/S closed two plants.", ["Lund & Berg"], id="danish-letters"),
    pytest.param("R&H Inc. closed two plants.", ["R&H Inc."], id="letters-with-ampersand"),
    pytest.param("Brightwell Foods, Inc. (NYSE: BWF) announced a merger.", ["Brightwell Foods"], id="ticker"),
    pytest.param(
        "The Inspector-General of Ports and Harbours objected.",
        ["Inspector-General of Ports and Harbours"],
        id="office-that-is-a-house",
    ),
    pytest.param("Harbour Steel, Ltd., closed two plants.", ["Harbour Steel"], id="suffix-behind-a-comma"),
    pytest.param(
        "Selwick Bank CEO Peter Quayle resigned.", ["Selwick Bank"], id="house-before-an-office-in-letters"
    ),
    pytest.param(
        "The Selwick Supreme Court Justice resigned.", ["Selwick Supreme Court"], id="office-behind-a-house"
    ),
    pytest.param("The company said its CEOs and MPs had agreed.", [], id="letters-of-offices"),
    pytest.param("U.S. Secretary of State, and nobody else, came.", [], id="office-alone"),
    pytest.param("Read our Privacy Notice or the Newsletter Signup page.", [], id="page-words"),
    pytest.param("Tom Reyes, of Larkspur Drive, St Anne’s Road, sang.", [], id="streets"),
    pytest.param("The Labour Party won.", ["Labour Party"], id="word-of-a-title-opens"),
    pytest.param(
        "Officers of the Selwick and Harrow Serious Crime Directorate said so.",
        ["Selwick and Harrow Serious Crime Directorate"],
        id="two-counties-one-directorate",
    ),
    pytest.param(
        "Travel fell, said the World Food and Farming Council.",
        ["World Food and Farming Council"],
        id="council-across-and",
    ),
    pytest.param(
        "Borrowdale Hotels and Resorts said it would build.",
        ["Borrowdale Hotels and Resorts"],
        id="resorts-across-and",
    ),
    pytest.param(
        "The Foreign Ministry and the Harbour Council met. Hamas and Harbour Council agreed.",
        ["Foreign Ministry", "Harbour Council", "Hamas"],
        id="two-houses-stay-two",
    ),
    pytest.param(
        "The crash was filmed, the Four Mills Police said.",
        ["Four Mills Police"],
        id="common-word-with-a-capital-of-its-own",
    ),
    pytest.param("LEEDS (Reuters) — Ford plans to hire 300.", ["Ford"], id="dateline-and-agency"),
    pytest.param("Leeds’s Supreme Court said no.", ["Supreme Court"], id="place-whose-court-it-is"),
    pytest.param(
        "Nokia sold a stake. Nokia Japan said no, and Nokia said it would sell more.",
        ["Nokia", "Nokia Japan"],
        id="branch-named-after-its-house",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), HOUSES)
def test_house_is_whole_and_nothing_else(sentence: str, expected: list[str]) -> None:
    assert names_in(sentence, kind="organization") == expected


def test_title_in_single_marks_names_nobody() -> None:
    text = "The painting ‘Girl with a Kite’ came home. ‘Girl with a Kite’, by Anneke van Loo, was stolen."
    assert names_in(text, "‘Boy with a Kite’ has never been found.") == ["Anneke van Loo"]

"""Nouns by which somebody whom the article has named is spoken of again: "the senator", "the company"."""

from summaries.lexicon import words
from summaries.lexicon.bodies import TRADING_ENDS
from summaries.lexicon.groups import HOUSE_WORDS, ROLE_NOUNS
from summaries.lexicon.people import OFFICES
from summaries.lexicon.persons import MEN_NOUNS, WOMEN_NOUNS

# Of one person; "the woman" may be any.
PERSON_ROLES = (ROLE_NOUNS | OFFICES | WOMEN_NOUNS | MEN_NOUNS) - words(
    "woman women man men boy girl lady gentleman"
)
# A title as agencies shorten it, and the noun that it is short for.
FULL_TITLES = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "pres": "president",
    "amb": "ambassador",
    "det": "detective",
    "insp": "inspector",
    "supt": "superintendent",
    "cllr": "councillor",
    "capt": "captain",
    "gen": "general",
    "sgt": "sergeant",
}
# Behind "the" these stand for somebody who has a name: "the senator said", but "the driver said".
STAND_INS = OFFICES | words(
    """
    actor actress billionaire candidate champion comedian founder congressman congresswoman executive
    leader magnate mogul nominee politician prince princess singer skipper star tycoon
    """
)
# For any house, for those that trade, and for those whose name or description has to say so.
ANY_HOUSE = words("group organization organisation")
TRADING_HOUSES = words("company firm airline carrier retailer carmaker automaker brewer supermarket startup")
HOUSES_BY_NAME = words(
    """
    charity union bank club party hospital university college newspaper magazine broadcaster museum
    foundation association institute campaign league federation network agency committee commission council
    department inquiry
    """
)
HOUSE_ROLES = ANY_HOUSE | TRADING_HOUSES | HOUSES_BY_NAME
# A house with one of these in its name is no "company" …
NOT_TRADING = (
    HOUSE_WORDS
    - TRADING_ENDS
    - words(
        """
    bank broadcaster division exchange industries international media network partners securities services
    studios systems
    """
    )
)
# … and with one of these no "group".
NO_GROUP = words(
    """
    senate congress court parliament police department ministry inc corp ltd plc co army navy government
    university college school academy hospital museum library stadium cabinet council commission board
    news tv television radio channel broadcaster newspaper magazine times post herald journal tribune
    telegraph guardian observer mirror cnn bbc nbc abc cbs npr pbs itv reuters
    """
)

# What somebody may be called who is said to be one of these: "the lawyer" of a barrister.
KINDS_OF_ROLE = {
    "lawyer": words("barrister solicitor attorney advocate counsel lawyer"),
    "officer": words("detective sergeant inspector constable superintendent lieutenant captain officer"),
    "doctor": words("surgeon physician gp paediatrician cardiologist oncologist psychiatrist doctor"),
    "scientist": words(
        """
        biologist geologist ecologist chemist physicist epidemiologist geneticist virologist zoologist
        astronomer botanist meteorologist oceanographer neuroscientist entomologist scientist
        """
    ),
    "academic": words("professor lecturer historian economist sociologist philosopher academic"),
    "footballer": words("striker midfielder defender goalkeeper winger forward footballer"),
    "musician": words("singer guitarist drummer pianist violinist cellist bassist composer musician"),
    "politician": words(
        "senator congressman congresswoman councillor mp mep msp lawmaker legislator politician"
    ),
    "clergyman": words("priest bishop pastor vicar archbishop rector clergyman"),
}

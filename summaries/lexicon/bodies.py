"""Bodies whose names look like a person's, a place's, or like nothing."""

from summaries.lexicon import phrases, words

BODIES_BY_NAME = frozenset(
    tuple(name.split())
    for name in """
    aston villa
    atletico madrid
    bayern munich
    black lives matter
    borussia dortmund
    boy scouts
    crystal palace
    girl scouts
    inter milan
    nottingham forest
    real madrid
    red bull
    rolling stones
    sigma alpha epsilon
    toro rosso
    usa today
    """.strip().splitlines()
)
# Behind a town they end the name of its club.
CLUB_ENDS = words("albion argyle athletic hotspur rangers rovers thistle united wanderers")
# In capitals before a club's own name, to which they add nothing: "FC Selby".
CLUB_OPENINGS = words("ac afc bk cf fc fk rc sc sv tsv")
# Of these, those that people write for two given names: "AC Selby" the club, "AC Orme" the philosopher.
CLUB_INITIALS = words("ac cf rc sc sv")
# Of a club in a report of a game, where it is called by the word: "Harbour Town", "Town".
CLUB_TOWNS = words("town city county athletic united")
# What ends so is a company, whatever else it looks like: "Elmfield Foods".
TRADING_ENDS = words("foods holdings airways pharmaceuticals breweries brewery dairies motors")
STATION_OPENINGS = words("radio tv")
# Behind these "de" and "du" belong to a body's name or a thing's: "Banco de Elmia".
BODIES_OF = words(
    """
    air arc banco bureau caisse casa centre cercle cirque club compagnie conseil coupe credit ecole fleur
    grupo ile isle maison medecins mont palais partido pas place plaza pont rio societe theatre tour
    universidad universidade
    """
)
# Their universities have a campus's town behind a comma: "University of California, San Diego".
STATES_WITH_CAMPUSES = phrases(
    """
    alabama | alaska | arkansas | california | colorado | hawaii | illinois | maryland | massachusetts
    | michigan | minnesota | missouri | nebraska | north carolina | south carolina | tennessee | texas
    | wisconsin
    """
)
# What a house is said to be right before its name: "the charity Open Rivers", "ferry operator Elm Line".
HOUSES_SAID = words(
    """
    agency airline association bank body brand brewer broadcaster builder carmaker carrier chain charity
    club collective company consortium consultancy contractor cooperative council developer distributor
    firm foundation giant group insurer lab laboratory lender magazine maker manufacturer marketplace
    militia mill movement museum network newspaper nonprofit non-profit operator organisation organization
    outlet partnership party platform producer provider publisher regulator retailer service shipbuilder
    site start-up startup studio subsidiary supermarket supplier syndicate tank team trust union utility
    watchdog website wholesaler
    """
)
# Of them those that say nothing of a house alone.
HOUSES_SAYING_NOTHING = words(
    """
    agency association body brand chain club collective company consortium council developer firm
    foundation giant group maker manufacturer movement network operator organisation organization outlet
    partnership platform producer provider service site subsidiary supplier tank team trust website
    """
)
# What a house is there for: "which runs the ferries", not "which lost a ship".
HOUSE_DOINGS = words(
    """
    administers advises advocates backs builds campaigns collects controls covers designs develops
    distributes employs enforces funds governs handles helps hosts investigates keeps leads lobbies
    maintains makes manages manufactures monitors offers operates organises organizes oversees owns
    produces promotes protects provides publishes regulates represents researches rules runs sells serves
    sets specialises specializes studies supervises supplies supports teaches tracks trains works
    """
)

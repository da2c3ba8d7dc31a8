"""Common nouns by which a text says that a name is no actor's: a work, a product, a vessel, a building."""

from summaries.lexicon import words

# Right before a name or in its apposition: "the film Salt Road", "Skylark, a schooner".
WORKS = words(
    """
    film movie documentary biopic thriller comedy drama sitcom musical opera operetta ballet sequel
    prequel trilogy franchise blockbuster cartoon anime series miniseries telenovela soap
    book novel novella memoir autobiography biography bestseller anthology poem essay comic manga
    album song anthem hymn symphony sonata concerto ballad mixtape podcast
    painting sculpture portrait mural fresco exhibition exhibit installation statue
    game videogame app application browser software program programme operating-system
    """
)
WARES = words(
    """
    phone smartphone iphone tablet laptop computer console headset handset gadget device camera drone robot
    chatbot processor chip car sedan suv hatchback van truck pickup motorcycle
    moped scooter drug medicine painkiller vaccine opioid steroid chemical pesticide herbicide
    dye toxin poison substance ingredient additive cereal snack drink beer lager ale whisky whiskey wine
    cocktail cheese
    perfume lipstick toy doll format protocol algorithm virus bacterium disease illness syndrome disorder
    strain variant
    """
)
CRAFT = words(
    """
    boat ship vessel schooner yacht ferry trawler tanker freighter frigate destroyer submarine dinghy
    catamaran lifeboat steamer barge tug cruiser rocket spacecraft spaceship satellite probe telescope rover
    shuttle capsule plane aircraft jet airliner helicopter bomber airship locomotive train tram
    """
)
SITES = words(
    """
    pub inn hotel motel hostel nightclub restaurant cafe café bistro diner bar theatre theater cinema venue
    arena ballroom shop bakery supermarket mall castle palace mansion cottage villa farm farmhouse estate
    skyscraper tower building monument memorial cemetery prison jail quarry mine colliery pit reservoir
    canal marina pier quay beach resort waterfall glacier volcano crater reef forest wood moor village
    hamlet suburb neighbourhood neighborhood island town
    """
)
EVENTS = words(
    """
    festival concert gig parade carnival exhibition expo fair storm superstorm hurricane typhoon cyclone
    earthquake wildfire ceremony tournament derby marathon
    """
)
BEASTS = words(
    "dog puppy cat kitten horse mare stallion colt filly pony parrot elephant gorilla panda labrador terrier"
)
THING_NOUNS = WORKS | WARES | CRAFT | SITES | EVENTS | BEASTS
# Behind a name they are what bears it: "the Selwick Arms pub".
NAMED_SITES = words(
    """
    pub inn hotel hostel nightclub restaurant cafe café bistro theatre theater cinema arena mall castle palace
    estate tower cemetery prison jail mine reservoir canal marina pier beach forest island schooner yacht
    project mission stadium ground pageant
    ferry trawler tanker lifeboat rocket spacecraft satellite festival exhibition
    """
)
# Who is somebody in a story alone, how one says so, and words of a text that speaks of such stories.
FIGURES = words("character protagonist antagonist antihero")
ROLES_IN_WORKS = words("portrayal role")
PARTS_PLAYED = words("performance portrayal role part turn")  # "as Ann Orr"
ACTED = words("played portrayed voiced")
WORKS_OF_FICTION = words(
    "film movie drama sitcom novel sequel thriller musical actor actress character characters"
)

"""Which reports a reader is shown: who can speak, what papers say, and by which verbs words are told."""

from summaries.lexicon import words
from summaries.lexicon.cues import GERUND_CUES, INFINITIVE_CUES, NAMING_CUES
from summaries.lexicon.groups import GROUP_NOUNS, HOUSE_WORDS, ROLE_NOUNS
from summaries.lexicon.people import OFFICES
from summaries.lexicon.persons import KIN_NOUNS, MEN_NOUNS, UNNAMED_NOUNS, WOMEN_NOUNS
from summaries.lexicon.senses import PERSONS

# Whoever they mean is told elsewhere: shown under a quotation they name nobody.
OPEN = words("""
    i we you he she it they this that these those one ones who which what there
    me us him her them his hers its their theirs our ours my mine your yours
    another other others some many most few several all both each none any anyone everybody everyone
    former latter two three four five six
    himself herself itself themselves myself ourselves such more
""")
# Of whom it is told by the way that they say something: "if someone says that you are late".
SOMEBODY = words("somebody someone")
# How many there are of whom they are of: "dozens of residents".
AMOUNTS = words(
    "dozen score hundred thousand million number handful majority minority lot half third quarter most"
)
# Beside a verb of saying: that something was said is itself only heard.
HEARSAY = words("allegedly apparently purportedly reportedly supposedly")
# "The" before them points at nobody told of before.
KNOWN_TO_ALL = words("police fed feds public press government military army authorities pope queen king")
# So do these of two words, of which a country or a town has one.
KNOWN_BODIES = frozenset(
    (
        *(
            "air force",
            "ambulance service",
            "appeals court",
            "attorney general",
            "border force",
            "border guard",
        ),
        *("central bank", "coast guard", "district attorney", "election commission", "electoral commission"),
        *("emergency services", "fire brigade", "fire department", "fire service", "high court"),
        *("interior ministry", "national guard", "prison service", "royal family", "security forces"),
        *("stock exchange", "supreme court", "weather service"),
    )
)
OWNERS = words("his her its their our my your whose")

# Nouns of people and houses beside those of the cast.
SPEAKING = (
    PERSONS
    | GROUP_NOUNS
    | ROLE_NOUNS
    | OFFICES
    | KIN_NOUNS
    | WOMEN_NOUNS
    | MEN_NOUNS
    | UNNAMED_NOUNS
    | HOUSE_WORDS
    | words("""
        airline blogger bystander celebrity colleague commenter commentator company contractor
        correspondent country couple crew critic cop dad detective duchess duke diplomat employee
        expert fan farmer fed feds firm folk force friend founder government group insider jury
        kingdom landlord logger lawmaker lawyer local mayor member military minister mum nation
        neighbor neighbour officer official operator organiser organizer organisation
        organization outlet owner pair panel passer-by peer people pensioner pollster professor prosecutor
        public pupil quartet reader regulator relative rep researcher resident retailer scholar shopper source
        specialist spokesperson staffer state strategist stranger student supplier supporter survivor
        teenager tenant tourist trio tweeter user vendor victim viewer villager visitor volunteer voter
        walker watchdog witness worker writer youngster
    """)
)
# Papers of which it is said that they say, by a verb of saying or "according to".
PAPERS = words("""
    advisory affidavit analysis article bulletin charter communique complaint document editorial email e-mail
    essay filing indictment inquest inquiry investigation lawsuit letter memo memorandum notice paper petition
    poll release report review ruling statement story study suit survey transcript update warrant obituary
    audit judgment judgement verdict newspaper magazine website blog guide record records
""")
# Endings of what is done or thought and said by nobody; those of people and houses are listed above.
THINGLIKE = ("tion", "sion", "ness", "ism", "ship", "ance", "ence", "ment", "ity", "ing", "ogy", "ure")
# Endings of those who do something.
DOERS = ("er", "or", "eer", "ist", "ian", "ee", "ant", "man", "woman", "men", "women", "person", "people")
NO_DOERS = words("""
    anchor answer banner barrier border browser bumper car chapter character charger clutter color colour
    computer corner cover cylinder danger door error factor favor filter finger flavor folder fever
    flower headquarter helicopter honor humor hunger ladder layer letter lever liter locker
    marker matter meter mirror mixer monitor motor murmur number offer order paper parameter pepper
    picture plaster planet poster power printer processor projector proper quarter reactor register
    reminder rumor rumour scooter sector sensor server shelter silver sticker summer tower timer tracker
    trailer transfer tumor tumour upper water weather whisper winter wonder tee fee coffee degree knee tree
    guarantee warrant plant restaurant giant grant
""")

# A clause behind these is what somebody said, in whatever form the verb stands.
TOLD = words("""
    acknowledge add admit advise affirm allege announce argue assert assure caution claim clarify comment
    complain concede conclude confess confide confirm contend counter declare deny disclose divulge emphasise
    emphasize estimate exclaim explain forecast hint indicate inform insist joke lament maintain mention note
    observe point posit predict proclaim promise recall recount reiterate relate remark remind reply
    report respond retort reveal say state stress suggest swear tell testify text tweet vow warn write
    ask wonder inquire enquire question pledge brag boast post
""")
# Those that want more than an object of a verdict: "condemned the attack", "called for a truce".
VERDICTS = words("""
    accuse announce apologise apologize blame blast call condemn criticise criticize decry demand denounce
    deny deplore dispute lambast lambaste praise rebuke reject slam thank urge warn
""")
# An infinitive behind these is what somebody asked or promised: "urged them to stay".
WISHES = INFINITIVE_CUES - words("""
    agree call challenge decline encourage exhort invite offer petition press refuse swear volunteer
""")
DEEDS_TOLD = (GERUND_CUES | words("deny")) - words(
    "describe mention propose tweet write state report add tell"
)
# By these somebody gives a name: "called it “a joke”", "described it as a joke".
NAMES = NAMING_CUES - words("bill find hail invoke pitch present promote push see sing tout view")
# What is thought is not said.
THOUGHT = words("believe fear feel hope imagine think")

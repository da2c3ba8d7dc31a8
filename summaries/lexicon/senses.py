"""Verbs of speech in their other senses: who says nothing by them, and to what they are only done."""

from summaries.lexicon import words
from summaries.lexicon.groups import GROUP_NOUNS, HOUSE_WORDS, ROLE_NOUNS
from summaries.lexicon.people import OFFICES

# Weather, beasts, machines and events: they blast, warn, claim and threaten without a word.
THINGS = words("""
    accident aircraft alarm animal ash avalanche bear bell bird blaze blizzard blast boat bomb bullet
    bus camera cancer car cat cloud cold contest cow crash crisis current cyclone darkness debate deluge
    dog downpour drought dust earthquake eclipse elephant engine epidemic eruption explosion famine fire
    fish flame flood floodwater fog footstep frost gale game gust hail heat heatwave horse hurricane ice
    landslide landslip lava lightning lion machine match missile mist monsoon moon mudslide night outage
    outbreak pandemic plane primary quake race radar rain rainstorm recession recipe rocket satellite season
    sea sensor shark ship shock siren sky smoke snow snowfall squall star storm sun swell temperature
    thunder tide tiger tornado tower train tremor truck tsunami typhoon vehicle virus volcano war water
    wave weather wind winter wolf
""")
# Endings of what can be thought and not met; houses that end so ("administration") are listed among houses.
ABSTRACT = ("tion", "sion", "ness", "ism", "ship", "ance", "ence")

PERSONS = (
    GROUP_NOUNS
    | ROLE_NOUNS
    | OFFICES
    | words("""
        adult baby boy child children client couple customer family girl guest kid man member men parent
        passenger patient people person pupil relative somebody someone student visitor woman women
    """)
)
# Who or what a clause with "that" or "which" may give words to: people, houses and what people write …
SPEAKERS = (
    PERSONS
    | HOUSE_WORDS
    | words("""
        ad advertisement affidavit analysis article blog book brief bulletin caption column comment commercial
        communique company complaint country document editorial essay file filing firm footnote group headline
        indictment
        lawsuit leaflet letter magazine memo memorandum message notice op-ed organisation organization
        paper petition poll post poster press recording release report review ruling sign speech statement
        store story study suit survey tape transcript tweet update video website
    """)
)
# … by the endings of what people are called; and verbs that tell what a thing lets one think.
AGENTS = ("ian", "ist", "man", "woman", "men", "women")
INFERRED = words("hint indicate reveal signal suggest")
# What such verbs tell of without a word: "the tracks suggest"; records and findings are somebody's.
EVIDENCE = words("""
    absence appointment behavior behaviour clue data datum detail difference evidence footage footprint gap
    image lack level mark mummy opener opening pattern photo photograph picture position presence rate
    remains replay result score shape sign silence size smell sound spirit style symptom test tone trace track
    trend
""")
# Verbs that are blows where the object is a thing to be struck.
BLOWS = words("assail attack blast cast knock lambast press rip slam")
STRUCK = words("""
    ball bar brake city coast coastline desk door floor gate goal ground head home house island pier post rock
    roof shore street table town truck village wall window woodwork
""")
# What is done to people with them is no statement: "admitted twelve children", "questioned two men".
DONE_TO_PEOPLE = words("accept admit deny inform note offer question repeat report request reveal warn")
# Other verbs, by what stands before them, "all told", or by their particle, "sworn in", "called off".
IDIOMS = {"told": words("all")}
DEEDS = {"swear": words("in"), "call": words("off in up"), "write": words("off"), "argue": words("down")}
# What is not said, though the verb could say it: "claimed the title", "denied bail", "declared a dividend".
NOT_SAID = {
    "admit": words("evidence much"),
    "ask": words("comment"),
    "claim": words("""
        asylum bag benefit body bronze championship crown cup gold life luggage haul medal place point pole
        prize record refund scalp seat silver spot title trophy victim wicket win
    """),
    "declare": words("asset bankruptcy dividend earnings goods holiday income innings interest war"),
    "deny": words("access application asylum bail entry goal parole permission permit request visa"),
    "hail": words("bus cab taxi"),
    "offer": words("branch glimpse refuge shelter view window"),
    "point": words("bottle"),
    "predict": words("election future outcome result weather winner"),
    "repeat": words("feat success victory"),
}
# What people say that they feel: "expressed concern at the delay".
FEELINGS = words("""
    alarm anger anguish anxiety belief commitment concern condolence confidence desire determination
    disappointment dismay displeasure dissatisfaction doubt fear frustration gratitude grief hope horror
    opposition optimism outrage pride regret remorse reservation sadness satisfaction scepticism shock
    skepticism solidarity sorrow support sympathy thanks unease willingness wish worry
""")
WEIGHT = words("importance necessity need urgency value")
# What is said by its name alone: "claimed responsibility", "admitted the theft".
SAID = {
    "admit": words("""
        adultery affair assault attack bribery burglary charge count crime deception error failing failure
        fault fraud guilt lie manslaughter mistake murder offence offense perjury robbery theft wrongdoing
    """),
    "assert": words("authority innocence responsibility"),
    "claim": words("credit defence defense ignorance immunity innocence responsibility victory"),
    "confess": words("crime guilt murder sin theft"),
    "declare": words("allegiance candidacy intention love loyalty need opposition support victory"),
    "express": FEELINGS,
    "predict": words("""
        boom collapse cut decline defeat drop end failure fall gain growth increase landslide loss
        recession rise shortage slowdown slump success surge swing victory win
    """),
    "pledge": words("allegiance backing cooperation loyalty support"),
    "emphasise": WEIGHT,
    "emphasize": WEIGHT,
    "reiterate": FEELINGS,
    "stress": WEIGHT,
    "voice": FEELINGS,
}
# Of a letter, a video or an account: not of whom it is said to be.
PRETENDED = words("""
    alleged bogus compromised deepfake doctored fabricated fake faked forged fraudulent hacked hijacked hoax
    imitation impostor imposter parody phoney phony purported sham spoof supposed
""")
# What shows or carries somebody's words, beside letters and the like.
RECORDINGS = words("account audio clip footage image page photo profile quote recording screenshot video")

"""Verbs by which nobody does anything: what is thought, said, planned or so; and words of condition."""

from summaries.lexicon import words

# Being, having, holding in itself; wishing, thinking and planning; coming about.
NO_DEEDS = words(
    """
    be have seem appear become remain want hope think believe know feel need like
    include involve contain comprise consist feature concern mean represent resemble belong exist last lack
    deserve depend happen occur
    expect fear doubt regard consider deem view suppose assume presume suspect understand prefer love hate
    remember wonder plan intend aim
    """
)
# Done without being news: states that last, habits, where somebody was, what did not come about.
NO_NEWS = NO_DEEDS | words(
    """
    ask attend base cite face enjoy own live reside stay stand sit lie weigh cost measure rank total get quote
    suffer undergo experience endure wait look sound spend sleep serve star date shine prepare struggle share
    continue fail work
    """
)
# Of these, what comes upon somebody once, or brings them there: no deed, and news.
BEFALLING = words("attend endure experience face suffer undergo")
# The same, done to somebody: "was led by", "was surrounded by".
NO_NEWS_BY = words(
    """
    ask call drive feature follow govern head join know lead leave mention own pay run see spearhead supervise
    surround
    """
)
# What is said is told as a statement: "spoke to reporters", "has denied taking it".
NO_DEEDS_BUT_WORDS = words(
    "say tell speak talk comment deny argue insist acknowledge allege describe express explain"
)
# Done to somebody these are plans, opinions and places: "is expected to resign", "was born in Leeds".
NOT_DONE_TO = NO_DEEDS | words(
    """
    schedule slate set tip book allege say report estimate rumor rumour reckon predict forecast
    bear base locate situate register herald revile tout see entitle design require oblige go relate
    """
)
# Of the last, those that are done where no "to" follows: "was set alight", "was seen leaving".
DONE_WITHOUT_TO = words("set tip book report see register require")
# "refused to comment", "declined to answer": nothing was said.
REFUSING = words("decline refuse")
ANSWERING = NO_DEEDS_BUT_WORDS | words(
    "answer confirm describe disclose discuss elaborate identify name respond reveal"
)
# Answers where they are given: "declined to release details", but not "refused to release the hostages".
GIVING = words("give offer provide release share")
ANSWERS = words(
    """
    answer answers comment comments detail details explanation figures identities identity information name
    names reason reasons specifics statement statements
    """
)
# They open what may be, or was not: "If she leaves".
CONDITIONS = words("if unless whether lest")
# With a large number of things behind them they are statistics: "Chad has recorded 4,000 cases".
COUNTING = words("record report register count total average")
LARGE = words("hundred thousand million billion")
NONE = words("nobody none nothing")

# What goes with a deed of another time, or with one of many: "once sold", "often sells", "nearly sold".
AT_OTHER_TIMES = words(
    """
    almost always currently ever formerly frequently generally historically initially long nearly never
    normally often once originally presently previously rarely regularly seldom sometimes soon still
    traditionally typically usually
    """
)
# By themselves they point at a time or a place that was told before.
LEAVING_OPEN = words(
    "afterward afterwards before earlier eventually here later since subsequently then thereafter there"
)
OVER_TIMES = words("throughout since")
LONG = words("years decades centuries generations ages")
UNITS_OF_TIME = words("year season decade century spring summer autumn winter")
# Behind a bare "the", far from its story, they mean one that was told of.
TOLD_BEFORE = words(
    """
    arrest arrests blast blaze body clash comment comments crash death deaths dispute documentary episode
    explosion fight fighting findings fire footage image images killing killings meeting murder order photo
    photograph picture post project raid request research results ruling scheme sentence series sign signs
    study survey talks threat timeline title trial verdict video
    """
)

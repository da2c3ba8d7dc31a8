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

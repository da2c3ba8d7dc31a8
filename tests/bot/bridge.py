"""An article that editors repair: two are quoted of a bridge, and one of them acts."""

from tests.bot.library import NOON, an_actor, an_analysis, did, said

FIRST = "The bridge will be closed until the last of the cracks is mended."
SECOND = "Nobody told the people of the valley that the bridge was gone."
SENTENCES = (
    "The bridge at Arden was closed.",
    "Buses were sent around.",
    "The market stayed empty.",
    "It rained.",
)
READING = an_analysis(
    headline="Bridge closed",
    sentences=SENTENCES,
    actors=[an_actor("Ada Berg"), an_actor("Otto Wren"), an_actor("Arden", kind="state")],
    quotes=[said("Ada Berg", FIRST), said("Otto Wren", SECOND)],
    actions=[did("Otto Wren", "closed", "Arden")],
    event_date=NOON.date(),
    terms=("bridge", "valley", "road", "market", "cracks"),
)

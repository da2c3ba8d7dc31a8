"""Nouns that "the" and "this" may stand before though nothing was said of them."""

from summaries.lexicon import words
from summaries.lexicon.openings import NOW

# There is one of them wherever a reader is.
UNIQUE = words("""
    administration air army authority church city coast community congress constitution country county court
    department devil earth economy end environment family federation fact force future government ground
    house idea industry internet king law market mayor media military minister mood moon navy nation net
    ocean office opposition others other parliament party past people planet police poor premier press
    president prime problem public question queen reality reason republic rest rich result road same sea
    season senate situation sky state status street sun thing time town truth way weather web whole wind
    winter world year
""")
# What whoever talks may point at: "this country", "this place".
IN_TALK = NOW | words("""
    area area book building business case city club community department district family house industry
    job kind land life moment neighborhood neighbourhood office organisation organization place planet region
    room school sort stage state street team town type village
""")
# By itself behind "the" it sums up what was told: "The difference was small", "The move would cost more".
SUMMING_UP = words("""
    allegation announcement claim combination comment conclusion deal decision difference disclosure discovery
    explanation finding incident latter move outcome plan practice proposal remark result revelation shift
    threat
""")
# So does it here, but where a clause behind it tells what: "The issue is that nobody came".
CARRYING = words("issue matter")

# Of which somebody writes many: "the tweet from Ray" is one that was told of.
MESSAGES = words("caption comment e-mail email entry letter message note post text tweet")

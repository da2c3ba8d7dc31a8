"""Common nouns that act: groups of people, and the words that end the name of a house."""

from summaries.lexicon import words

COMPANY_SUFFIXES = words(
    """
    inc incorporated corp corporation co company ltd limited llc llp lp plc ag sa nv bv gmbh spa srl
    ab asa oyj kk group holding holdings cos
    """
)

"""How sentences open that lean on another, and how lines open that are the page's and not the story's."""

import re
from typing import Final

from summaries.lexicon import words

_WORD: Final = re.compile(r"\w+")

# Pronouns, determiners and connectives: opening with one, a sentence needs the one before it.
LEANING_WORDS = words("""
    he she they it his her hers their theirs its him them this that these those such both neither one another
    others same
    but and or nor so yet still also however meanwhile instead then thus hence therefore moreover besides
    nevertheless nonetheless furthermore similarly likewise otherwise rather indeed accordingly consequently
    afterward afterwards elsewhere additionally conversely alternatively though although
""")

# With them a sentence turns about what the one before it told for its sake.
TURNING = words("but yet however now")

# What "this" may point at though nothing was said of it before.
NOW = words("""
    afternoon autumn century country day decade evening fall generation month morning night quarter season
    spring summer term time week weekend winter world year article column edition page show
""")

# Behind a bare "the" they mean one that was told of.
ANAPHORIC = words("""
    accused assailant attack attacker attackers bill boy boys couple crash defendant defendants driver duo
    girl girls gunman gunmen incident issue man measure men pair participant participants passenger
    passengers patient patients period shooter shooting suspect suspects teen teenager trio victim victims
    woman women
""")

# Phrases that do the same, in lower case with straight apostrophes.
LEANING_PHRASES = (
    *("after all", "after that", "after this", "at that point", "at that time", "at the same time"),
    *("at the scene,", "at the time,"),
    *("as a result", "at this point", "because of it", "because of that", "because of this", "before that"),
    *("by contrast", "by then", "despite that", "despite this", "even so", "even then", "for example"),
    *("for instance", "for that reason", "for this reason", "here are", "here is", "here's", "in addition"),
    *("in contrast", "in doing so", "in either case", "in fact", "in other words", "in response"),
    *("in another", "in that case", "in the meantime", "in this case", "in turn", "not only that"),
    *("in the same", "of course"),
    *("on the contrary", "on the other hand", "since then", "that's", "it's", "he's", "she's", "they're"),
    *("the former", "the latter", "the same", "to that end", "until then", "with that", "all of it"),
    *("all of that", "all of them", "all of this", "among them", "among those", "many of them"),
    *("most of them", "most of those", "of them", "of these", "of those", "some of them", "some of these"),
    *("some of those", "three of them", "two of them", "two of those"),
    *("the previous", "the two men", "the two women", "the pair", "the duo", "the trio", "the other"),
    *("first,", "second,", "third,", "fourth,", "fifth,", "finally,", "lastly,", "next,"),
)

# Those of them that point at a time, a place or a thing which a reader must know of.
POINTING_PHRASES = (
    *("after that", "after this", "afterwards ", "at that", "at the scene ,", "at the time ,", "by then"),
    *("because of it", "because of that", "because of this", "before that", "despite that", "despite this"),
    *("even then", "for this reason", "for that reason", "here 's", "in another", "in doing so"),
    *("in response ,", "in that case", "in the same", "in this case", "in turn", "most of them"),
    *("many of them", "of these", "of those", "one of them", "since then", "some of them", "some of these"),
    *("some of those", "such a", "the former ,", "the latter", "the other", "the pair", "the previous"),
    *("the same", "the two", "three of them", "to that end", "two of them", "until then", "with that"),
    *("all of it", "all of that", "all of them", "all of this", "among them", "among those"),
)

# Openings of lines that talk of the page, the outlet or its rights.
PAGE_OPENINGS = (
    *("all rights reserved", "by the associated press", "click here", "click to", "contact us", "copyright"),
    *("editor's note", "email ", "e-mail ", "file photo", "follow @", "follow us", "image:", "join us"),
    *("listen to", "more:", "photo:", "photos:", "read also", "read more", "read the full", "related:"),
    *("see also", "see more", "share this", "sign up", "subscribe", "the opinions expressed"),
    *("the views expressed", "this story has been", "this story was", "opinions expressed", "video:"),
    *("watch more", "watch the", "watch this", "watch:", "©"),
)

# And their endings: "Jane Roe in Cairo contributed to this report."
PAGE_ENDINGS = (
    *("contributed to this report", "contributed to this story", "contributed to this article"),
    *("contributed to the report", "all rights reserved"),
)

THIRD_PERSON = words("he she they him them his her their")
# They point at somebody whom the words beside them do not tell.
POINTING = words(
    """
    he him his himself she her hers herself they them their theirs themselves it its itself we us our my me
    your
    """
)


def opens_with(words: str, phrases: tuple[str, ...]) -> bool:
    """Whether the words open with one of the phrases, and no letter goes on behind it."""
    plain = words.lower().replace("’", "'")
    return plain.startswith(phrases) and any(
        plain.startswith(phrase) and not plain[len(phrase) : len(phrase) + 1].isalnum() for phrase in phrases
    )


def turns_about(words: str) -> bool:
    """Whether the words, a sentence, turn about what the one before tells: "But the road was shut."."""
    opening = _WORD.match(words)
    return opening is not None and opening[0].lower() in TURNING

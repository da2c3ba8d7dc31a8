"""What a button does, in a few bytes that still say so after a restart.

An action is `verb:arg:arg`. The verbs of reading:

    s:12      article 12 as a briefing      a:7          actor 7's digest
    q:12      what is said in it            qa:7         what actor 7 said
    t:12      its full text                 k:0          actors by weight
    w:12      who is in it                  kp:0         people by weight; ks, ko, kg: states and so on
                                            ql:0         latest quotations
    l:0       newest headlines              qw:0:siege   quotations with these words
    f:aleppo  search these words            wn:assad     who is so named
                                            qb:7:0:siege what actor 7 said of these words
    p:week    a command that takes no words
    iw:12:assad   what article 12 tells of it
    iq:12:siege   whose quotations in it hold these words

    hs:12     a link to its story           ha:7         a link to the actor
    he:c-d    a link to an edition, by articles whose numbers are in digits and letters
    hello     what the bot is; in a link the private chat, where everybody chooses for themselves

A number after that is a page and turns it in place: `t:12:2`; so is the one of k, l, ql, qw and qb.

These open a story in the message that lists it, and 0 in place of 12 leads back to the list:

    n:12:4711    of delivery 4711
    b:12:5       of the five newest stories
    bw:12:siege  of the stories with these words

In a link into the private chat they stand as what `/start` brings: `t-12-2`. Words are in no link; what
opens in its message here opens by itself there: `s-12`.
"""

import re

_READING = frozenset(
    (
        "s",
        "q",
        "t",
        "w",
        "l",
        "f",
        "a",
        "qa",
        "qb",
        "k",
        "kp",
        "ks",
        "ko",
        "kg",
        "ql",
        "qw",
        "n",
        "b",
        "bw",
        "wn",
        "iw",
        "iq",
        "p",
        "hs",
        "ha",
        "he",
        "hello",
    )
)
_OPENING = re.compile(r"(?:n|b|bw):([1-9]\d*):.*", re.DOTALL)
_IN_A_LINK = re.compile(r"[a-z]+(:\d+)*|he:[0-9a-z-]+")


def reads(action: str) -> bool:
    """Whether the action shows something to who pressed, and changes nothing."""
    return action.partition(":")[0] in _READING


def payload(action: str) -> str | None:
    """What a link to the bot carries so that `/start` does the same; None where no link can."""
    if opening := _OPENING.fullmatch(action):
        return f"s-{opening[1]}"
    return action.replace(":", "-") if _IN_A_LINK.fullmatch(action) else None

"""English words that look like a syllable of a Korean or a Chinese given name: "Chan-il", but "stand-in"."""

from summaries.lexicon import words

ENGLISH_SYLLABLES = words(
    """
    run hit win ban man top pop long pot won ton fan pan can car bar war far in on up out at to go so do no me
    we he be by my son sun gun fun din pin sin tin bin hat cat rat mat net pet set bet let get led bed tar
    tax mix fix six sex box bit pit lot hot spot sit fit kit wit cut nut put shut seat heat meat boat coat
    rail mail tail sail soul goal coal loan moon soon noon room team beam cook book look week hour year bear
    pair chair hair sheet ship shop chip chin chat shoot wing king ring song sung young sang bang gang hang
    bank tank rank link sink pink era area ah oh eh
    """
)

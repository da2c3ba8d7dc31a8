"""Labels of interviews and transcripts, in lower case: who asks, who answers, what is no speaker at all."""

from summaries.lexicon import words

# "Q:" and "A:" name nobody: the one who asks is the outlet's, the one who answers the page's guest.
QUESTION_LABELS = words("q question")
ANSWER_LABELS = words("a answer")

# They put questions and say nothing that an article would quote.
ASKER_LABELS = words("interviewer host moderator presenter anchor reporter")

# Openings before a colon that are the page's or a list's, however often they come.
NO_SPEAKERS = words("""
    watch read related more note notes update updated photo photos video image picture credit source
    sources advertisement location where when what who why how date time price tickets info contact
    email phone address pro pros con cons yes no fact facts myth verdict tip tips example key claim
    rating background context warning monday tuesday wednesday thursday friday saturday sunday today
    tomorrow tonight morning afternoon evening january february march april may june july august
    september october november december home away goals assists score result results odds prediction
    weather north south east west step part chapter section lesson rule round day week winner
    winners loser losers best worst first second third
""")

# Headings of a page on which every text is its reader's.
LETTERS_PAGES = ("letter", "letters", "your views", "your say", "readers write", "from our readers")

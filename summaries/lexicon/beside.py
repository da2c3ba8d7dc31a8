"""Words that stand beside a name with a capital, and are no part of it."""

from summaries.lexicon import words

# Offices in letters: "Harbour Foods CEO Ann Lee" is a house, then a person.
OFFICE_LETTERS = words(
    "ceo cfo coo cto cio cmo ciso evp svp mp mep msp mla mlc tld gp vp qb rb wr te lb cb dl ol de dt"
)
# Ranks in letters, at the head of a name alone: "DC Comics" and "PC World" have them, too.
RANK_LETTERS = words("ds di dc pc dci dcs acc dac wpc det dr cllr supt sgt")
# And cut short, with or without a full stop: "Det. Sgt. Ann Lee".
SHORT_RANKS = (RANK_LETTERS | words("lt capt cpl col maj gen cmdr adm insp const")) - words("dr cllr")
# Behind the name: "Ann Lee MP", "Tom Ray QC".
LETTERS_BEHIND = words("mp mep msp mla mlc ms td qc kc obe mbe cbe phd md esq rn ceo cfo")
# The last word of a newspaper's name: "Writing in The Mirror Ann said".
PAPER_WORDS = words(
    """
    mirror sun times guardian mail express star telegraph independent post herald record observer standard
    tribune chronicle gazette journal news globe inquirer bee examiner argus echo courier scotsman nation
    """
)
# Common words that a name may open with, where they have a capital of their own: "Whole Foods", "Four Paths".
NAME_OPENERS = words(
    "whole full next two three four five six eight nine ten twelve fifteen twenty forty fifty serious"
)
# A sentence turned round: "Stated Lee: …".
TURNED_VERBS = words(
    """
    said says told added adds asked asks wrote writes tweeted noted notes stated states replied explained
    insisted warned argued continued concluded joked quipped countered recalled reported claimed remarked
    """
)
# Right beside a name they make it somebody's who speaks: "Ruiz said", "said Ruiz".
SAYING = words(
    """
    said says added adds wrote writes told tells insisted argued warned tweeted announced continued replied
    responded explained noted
    """
)
# What a page's lost space glues to a name; no family is called so.
GLUED_VERBS = ("reports", "reported", "writes", "explains", "argues", "insists")
# Of several people, before the first of their names: "Maine Sens. Ann Lee and Tom Ray".
SHORT_TITLES = words("sens reps govs gens profs drs messrs")
# A capitalised run that holds one of these is a line of the page.
PAGE_NAMES = words(
    """
    newsletter newsletters signup sign-up subscription subscriptions subscribe subscriber subscribers
    unsubscribe privacy cookie cookies login log-in password copyright scorecard faq faqs slideshow sitemap
    advertisement advertisements preferences thumbnails fullscreen paywall podcast eedition e-edition
    """
)
# Before or behind a name these belong to the page: "Michael Russell Follow", "Share Facebook".
PAGE_EDGES = words(
    """
    follow share comment comments updated loading email e-mail tweet unfollow reserved advert caption
    scroll download manage highlights inside url
    """
)

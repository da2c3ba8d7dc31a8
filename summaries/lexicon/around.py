"""Small words around a name, by which its place in the sentence tells what it is."""

from summaries.lexicon import words

# "in a Toyota", "on Facebook": the name is what carries or shows something.
CARRYING = words("a an on via through")
# "a Selwick Trust structure": one of many of a kind.
ANY = words("a an any many some several few these those such")
# Before a full name, too, they tell a place.
SETTING = words("in at near inside outside around across")
# "met by", "leaned toward", "others like": what follows is somebody.
TO_PERSONS = words("by with toward towards beside between like including")
# What is done with a ware, and with no house.
USING = words("have use wear install download launch unveil release play drive")
# "she wrote Salt Road", "it announced Brio": what stands behind is no speaker.
MAKING = words("wrote writes announced")
# "Nurses for Peace": no person is called so.
CAUSES = words("& for against without")
# Around a role: of the past, below the one who has it, and where the phrase goes on behind it.
PAST = words("former ex onetime then")
DEPUTY = words("vice deputy assistant")
GOES_ON = words("for 's ’s who whose - to")
DETERMINERS = words("a an another one some the")
# They bring somebody in who was not spoken of before.
NEW = words("a an another one some each every")
# What is done to somebody unnamed of whom a report goes on to tell.
MET_VERBS = words(
    """
    find discover arrest detain charge rescue treat shoot stab attack kill injure wound hit approach
    """
)
# Common words that are somebody's name only where the pipeline says so.
DOUBTFUL = words("us such will may beyond go i suppose imagine picture grand")
# Words with a capital in tables of results and prices.
TABLE_WORDS = words(
    """
    pct schedule standings results division final group round east west north south central eastern western
    northern southern innings total extras bowling batting played won lost drawn points matches scores table
    tabulate leading second first third home away attendance halftime summary close stocks gold metals oil
    world markets note sources
    """
)
# What a cup or a league is played in.
PARTS_OF_A_CUP = words("group division pool")
# Offices in part, which by themselves are nobody.
LONE_PARTS = words("state foreign former prime acting majority minority deputy vice assistant rear")
# Of "Borrowdale Hotels and Resorts": one word behind "and" that ends a house.
LONE_ENDS = words("resorts hotels operations protection excise")
# Parts of a known house that are named apart from it: "Disney Channel" is not Disney.
ARMS = words("channel unlimited plus music video cloud health pay web racing finance")
# Named for the place they serve, and not called by it: "Selby Police" are not "Selby".
CIVIC = words("police council county court hospital airport legislature assembly parliament")
# A work has them, not a house: "a Brisk Women star".
OF_WORKS = words("star actor actress presenter host co-host creator model winner")
# Whoever is done these things to is a party; one leaves, enters and takes places.
PLACE_VERBS = words(
    """
    leave enter reach visit tour cross flee quit pass approach near take retake capture recapture lose besiege
    surround shell bomb storm hit rock sweep rattle liberate control hold cover inhabit occupy have be border
    """
)
# Groups of which the word before says who they are: "rebel spokesmen" and "government spokesmen" are two.
LEANING = words(
    """
    spokesmen spokespeople officials forces troops leaders staff staffers workers representatives executives
    employees supporters opponents lawmakers ministers commanders members authorities fighters reporters
    """
)
# "rebel fighters" are the rebels.
ARMED = words("fighters forces troops gunmen soldiers militiamen")

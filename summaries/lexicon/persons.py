"""Common nouns for one person, by what they tell of whom they name: a woman, a man, or somebody's kin."""

from summaries.lexicon import words
from summaries.lexicon.groups import ROLE_NOUNS
from summaries.lexicon.people import OFFICES

WOMEN_NOUNS = words(
    """
    woman women lady girl schoolgirl mother mum mom mummy stepmother grandmother granny grandma
    great-grandmother godmother mother-in-law wife ex-wife housewife widow bride fiancee fiancée girlfriend
    ex-girlfriend sister half-sister stepsister sister-in-law daughter stepdaughter granddaughter
    daughter-in-law goddaughter aunt niece actress waitress hostess stewardess heiress heroine seamstress
    priestess duchess countess baroness marchioness viscountess princess queen empress nun abbess matron
    ballerina midwife congresswoman councilwoman assemblywoman alderwoman stateswoman chairwoman spokeswoman
    businesswoman policewoman saleswoman sportswoman horsewoman airwoman servicewoman camerawoman
    forewoman firewoman clergywoman anchorwoman gunwoman headmistress mistress landlady schoolmistress
    manageress murderess songstress starlet diva comedienne masseuse
    """
)
MEN_NOUNS = words(
    """
    man men gentleman boy schoolboy father dad daddy stepfather grandfather grandad granddad grandpa
    great-grandfather godfather father-in-law husband ex-husband househusband widower bridegroom groom
    boyfriend ex-boyfriend brother half-brother stepbrother brother-in-law son stepson grandson son-in-law
    godson uncle nephew waiter duke earl count baron marquess viscount prince king emperor monk abbot friar
    congressman councilman assemblyman alderman statesman spokesman businessman policeman salesman
    sportsman horseman airman serviceman cameraman foreman fireman clergyman anchorman gunman headmaster
    landlord schoolmaster postman craftsman fisherman stuntman playboy altar-boy
    """
)
HE_FORMS, SHE_FORMS = words("he him his himself"), words("she her hers herself")
# They name one person of a pair: whoever owns the word is the other.
KIN_NOUNS = words(
    """
    mother mum mom stepmother grandmother wife ex-wife widow fiancee fiancée girlfriend sister daughter
    stepdaughter granddaughter aunt niece father dad stepfather grandfather husband ex-husband widower
    boyfriend brother son stepson grandson uncle nephew cousin sibling twin partner child parent spouse
    """
)
WIVES, HUSBANDS = words("wife ex-wife"), words("husband ex-husband")
# Somebody in particular whom the article may leave without a name: "a neighbour", "the driver".
UNNAMED_NOUNS = (
    (ROLE_NOUNS | OFFICES | WOMEN_NOUNS | MEN_NOUNS)
    | words(
        """
        adult attacker baby bystander caller campaigner cashier child colleague complainant cousin
        defendant detainee diner employee gardener guest inmate intruder juror killer nanny parent
        passenger passer-by patient pedestrian person plaintiff plumber porter prisoner pupil shopkeeper
        shopper sibling stranger survivor taxi-driver teen teenager toddler tourist twin
        victim visitor waiter worker youngster youth
        """
    )
) - words("women men general head forward principal star model major chief deputy ally prime")
# What somebody is said to be, to do for a living, or to lead: "who teaches law".
SAYING_WHO = words(
    """
    advises chairs coaches commands coordinates covers directs edits farms fishes follows guides heads hosts
    is leads lectures lives manages monitors oversees owns plays practices practises presides represents
    researches runs serves sits specialises specializes studies supervises teaches trains tracks works writes
    """
)
# The same, of what was begun and stands.
FOUNDED = words("founded co-founded established invented created")
# A job or a part that says nothing of somebody without its house: "worker", "co-host", "founder".
SAYING_NOTHING = words(
    """
    worker employee official member host co-host founder co-founder leader head chief boss chairman
    chairwoman chair president director manager executive owner partner associate assistant aide adviser
    advisor spokesman spokeswoman spokesperson secretary treasurer representative delegate candidate
    organizer organiser coordinator supervisor supporter opponent critic backer rival friend colleague
    counterpart victim suspect winner star runner veteran deputy participant creator co-creator co-author
    co-chairman operator ceo cfo coo cto cio cmo ciso evp svp nominee incumbent ringleader attacker
    frontrunner front-runner expert
    """
)
# Behind a name, whom people sent to a parliament: "Ann Lee MP".
SEATED = words("mp msp mep mla mlc td")
# What a lawyer is said to do in a court, as who they are: "Ann Lee, prosecuting, said".
PLEADING = words("prosecuting defending mitigating")
# Offices in letters, which say who somebody is as whole words do: "Harbour Foods CEO", "Labour MP".
LETTERED_ROLES = words("gp dj ceo cfo coo cto cio cmo ciso evp svp mp mep msp mla mlc")
# What somebody is said to be and is seldom called by alone: "the party’s nominee", "oil tycoon".
MORE_ROLES = words(
    """
    administrator nominee tycoon frontrunner front-runner incumbent ringleader attacker showrunner
    screenwriter frontman bassist historian concierge superintendent clerk comptroller auditor commentator
    grandson granddaughter nephew niece democrat republican tory unionist nationalist socialist checker
    anaesthetist physiotherapist dietitian postmaster choirmaster soprano baritone cellist trumpeter
    saxophonist cartoonist essayist biographer satirist sailor criminologist theologian psychotherapist
    biochemist astrophysicist astronomer climatologist hydrologist botanist immunologist cardiologist
    glaciologist volcanologist ornithologist entomologist rabbi imam vicar canon dean rector chaplain
    barman barmaid bartender gardener carpenter trawlerman landowner shareholder financier philanthropist
    heir heiress socialite hunter diver angler hiker jogger motorcyclist commuter trapper camper academic
    accountant actuary adventurer anesthesiologist animator appraiser bystander eyewitness caterer
    childminder cleaner coastguard contractor cosmonaut counsellor cricketer decorator explorer gamer
    geographer interpreter landscaper librettist lyricist millionaire navigator optometrist painter
    planner plasterer policewoman postdoc protester radiographer retiree schoolboy schoolgirl shepherd
    signalman skater stationmaster stewardess streamer stuntman survivor veterinarian vlogger
    whistleblower guide groundsman caddie duchess duke earl countess baroness viscount youtuber postwoman
    businessperson fundraiser naturalist conservationist environmentalist philatelist ceramicist
    printmaker filmmaker memoirist diarist schoolteacher pundit coxswain tenant villager churchwarden
    blacksmith farrier glazier upholsterer usher deckhand podiatrist sommelier distiller vintner cobbler
    shipwright stonemason bellringer
    """
)
# Whom somebody has or meets, and whom the article may leave without a name.
BESIDE_SOMEBODY = words(
    """
    agent bodyguard buyer cellmate classmate client consigliere customer ex executor fan fiancé flatmate
    handler housekeeper housemate lover minder namesake onlooker opponent predecessor promoter protégé
    protege publicist reader roommate sidekick source sponsor successor teammate understudy
    """
)
# What somebody is, and with a capital somebody's name.
LOWER_ROLES = words(
    """
    archer baker barber butcher cook fencer glassblower marine mason porter potter printer smith tailor weaver
    """
)
# Somebody of whom a word more has to be told: "Selby man", "mother-of-two", "a 35-year-old woman".
PLAIN_PERSONS = words(
    """
    man woman boy girl teenager pensioner schoolboy schoolgirl grandmother grandfather gran mum dad mother
    father mom native
    """
)
# What a report of a crime says of somebody: no description of them beside their name.
CHARGED = words(
    """
    suspect victim attacker ringleader gunman killer murderer thief robber burglar defendant accused
    assailant shooter kidnapper rapist fraudster dealer offender criminal convict fugitive extremist
    terrorist liar racist
    """
)
# What somebody is not known to be, or not yet: "the alleged leader of the gang", "a possible minister".
DOUBTED = words(
    """
    accused alleged aspiring fake possible potential presumed prospective purported reputed rumoured rumored
    self-proclaimed self-styled so-called supposed suspected tipped would-be
    """
)
# Behind a comma they say how learned or honoured somebody is, and not who: "Ann Lee, Ph.D., of Elm College".
DEGREES = words("ph.d phd m.d md dphil d.phil mba qc kc obe mbe cbe rn esq jr sr jnr snr")
# Whose work is named before them: "“Salt Road” director Ann Lee".
WORK_ROLES = words(
    """
    actor actress star co-star director creator co-creator author co-author writer screenwriter showrunner
    producer host co-host presenter singer composer editor narrator judge contestant winner
    """
)

"""Words around the names of people: honorifics, offices, suffixes, particles, short forms of given names.

Chosen from the style books of news agencies (which titles stand before a name, and how they are cut short);
open classes such as occupations are left to the grammar.
"""

from summaries.lexicon import words

# They address a person and name nobody.
HONORIFICS = words(
    """
    mr mrs ms miss mx rt sir dame madam madame mme monsieur lord lady dr doctor prof professor rev
    reverend fr father sister rabbi imam sheikh shaikh sheik ayatollah hojatoleslam monsignor mgr
    archdeacon alhaji alhaja hajia herr frau señor señora signor signora dra sra srta smt shri lic adv mons
    """
)
FEMALE_HONORIFICS = words("mrs ms miss dame madam madame mme lady sister alhaja hajia frau señora signora")
MALE_HONORIFICS = words(
    """
    mr sir monsieur lord father rabbi imam sheikh shaikh sheik ayatollah monsignor mgr alhaji herr señor
    signor
    """
)

# Offices and ranks that stand before a name, in full and as agencies shorten them.
OFFICES = words(
    """
    president vice premier chancellor minister secretary senator congressman congresswoman
    representative governor mayor ambassador envoy commissioner chairman chairwoman chairperson
    chief judge justice sen rep gov lt gen col maj capt cpl sgt pvt cmdr adm pres amb atty hon det
    insp supt cllr commr comdt cdr treas bp abp
    general colonel major captain lieutenant sergeant corporal private commander
    admiral marshal brigadier detective inspector superintendent officer constable sheriff deputy
    councillor councilman councilwoman speaker elder spokesman spokeswoman spokesperson archbishop bishop
    cardinal pastor coach director taoiseach tanaiste tánaiste ombudsman supervisor prosecutor
    clerk coroner treasurer comptroller registrar auditor warden rector provost harbormaster master
    """
)
TITLES = HONORIFICS | OFFICES
# Before a name they say less of somebody than what stands behind it: "Senator Ann Lee, a Selby Democrat".
HELD_BY_MANY = OFFICES - words("president premier chancellor taoiseach archbishop")
# Of forces: beside a job they address, as "Mr" does.
RANKS = words(
    """
    rear general colonel major captain lieutenant sergeant corporal commander admiral marshal brigadier
    detective inspector superintendent constable
    """
)
# Several who hold one: "Commerce Secretaries" is nobody's name.
HOLDERS = words(
    """
    secretaries ministers presidents premiers governors mayors ambassadors commissioners councillors chairmen
    generals colonels judges justices professors
    """
)
# Those that open the name of no house: "General", "Justice" and "Father" may ("General Motors").
PLAIN_TITLES = words(
    """
    mr mrs ms mx rt dr prof professor rev reverend sir sheikh shaikh sheik ayatollah president
    vice-president premier chancellor minister secretary senator congressman congresswoman governor
    mayor ambassador sen rep gov lt gen col maj capt cpl sgt adm pres amb archbishop
    """
)

# "Foreign Minister", "Defense Secretary": capitalised beside an office, never a name by themselves.
TITLE_PARTS = words(
    """
    foreign federal prime interior defence defense finance trade justice deputy vice assistant first
    lady attorney chief executive former acting state majority minority whip staff press crown
    police house senate national party managing senior co-chairman spokesman spokeswoman
    spokesperson speaker leader captain coach manager rebel striker defender goalkeeper economist
    analyst lawmaker candidate rear special agent agents supreme economy environment health education
    energy agriculture transport labour labor home treasury commerce
    con const ch supt sgt insp field lance under-secretary undersecretary
    """
)
WORDS_OF_TITLES = OFFICES | TITLE_PARTS
# Of what a clerk or a master is one: "County Clerk", "Harbor Master".
OFFICES_OF = words("borough city county court district harbor harbour parish port station town village")

# Given names that are small words, too: "Per Lund".
GIVEN_STOPS = words("per")

# Part of how the person is called: "Pope Francis" is nobody without it.
REGNAL = words(
    """
    pope king queen prince princess emperor empress saint st sultan emir tsar czar
    """
)
FEMALE_REGNAL = words("queen princess empress")

# Known to every reader by one name alone.
KNOWN_PEOPLE = words(
    """
    trump obama biden putin clinton merkel macron zelensky zelenskyy netanyahu thatcher reagan nixon churchill
    gandhi mandela stalin lenin hitler napoleon mozart beethoven shakespeare freud einstein darwin marx newton
    picasso rembrandt beyonce beyoncé rihanna madonna pele pelé ronaldo messi ronaldinho muhammad jesus
    """
)

SUFFIXES = words("jr jnr junior júnior sr snr senior ii iii iv vi vii viii esq md phd mp mep qc")
# Before the name somebody was born with.
BORN = words("née nee born")
# Which of two who bear one name: the elder is never meant by the name without it, the younger often.
ELDER, YOUNGER = words("sr snr senior"), words("jr jnr junior júnior")
# Behind a given name and the family's they say "son of" or "grandson of", elsewhere they are a family's own.
SONS = words("filho neto fils hijo")
# Before a name that two bear: "the elder Ray".
ELDER_OF_TWO, YOUNGER_OF_TWO = words("elder older senior"), words("younger junior")

# Small words inside a family name of several words.
PARTICLES = words(
    """
    al el bin ben ibn bint abu abo abd umm haj hajj van von der den de del della delle di da dos das
    du des los la le lo ter ten zu zur af av san santa st mac mc ould uld e y ap ab ferch ní nic dal dalla dei
    degli vom zum op ul ur
    """
)
# Those that are no English word, so that a name may begin with them: "van Gaal", "da Costa", "ap Gwilym".
BARE_PARTICLES = words(
    """
    bin bint ibn van von der den de del della delle di da dos das du ap ferch ní nic dalla ould uld
    """
)
# A family name that opens with one of these is called by the whole of it: "Abu Jaafar", "Haj Mustafa".
BOUND_PARTICLES = words(
    """
    abu abo haj hajj umm bin ben ibn bint van von abd ould uld de del da di du
    """
)

_SHORT_FORMS = """
    alexander alex sandy; alexandra alex; andrew andy drew; anthony tony; barbara barb; benjamin
    ben; bernard bernie; catherine cathy kate katie; charles charlie chuck; christopher chris;
    daniel dan danny; david dave; deborah deb debbie; donald don donny; edward ed eddie ted ned;
    elizabeth liz beth betty; eugene gene; francis frank; frederick fred; gerald gerry jerry;
    gregory greg; harold harry; henry hank harry; james jim jimmy jamie; jeffrey jeff; jennifer jen
    jenny; john jack johnny; jonathan jon; joseph joe; joshua josh; katherine kathy kate katie;
    kenneth ken; lawrence larry; leonard leo len; margaret maggie meg peggy; matthew matt; michael
    mike mick; mitchell mitch; nathaniel nate; nicholas nick; patricia pat patty; patrick pat; peter
    pete; philip phil; randall randy; raymond ray; rebecca becky; reinhold reince; richard rick dick
    rich; robert bob bobby rob; ronald ron; rudolph rudy; samuel sam; sandra sandy; stephen steve; steven
    steve; susan sue; theodore ted; thomas tom tommy; timothy tim; victoria vicky; vincent vince; walter
    walt; william bill billy will; zachary zach
"""
# Short form → the given names it may stand for; a given name stands for itself.
GIVEN_NAMES: dict[str, frozenset[str]] = {}
for _row in _SHORT_FORMS.split(";"):
    _full, *_shorts = _row.split()
    for _short in (_full, *_shorts):
        GIVEN_NAMES[_short] = GIVEN_NAMES.get(_short, frozenset()) | {_full}

# Given names that readers of English news take for a woman's or a man's without being told;
# doubtful ones (Kim, Jean) are left out.
FEMALE_NAMES = words(
    """
    alice amanda amy andrea angela ann anna anne annie barbara betty beth brenda carla carly carmen
    carol caroline catherine cheryl christina christine cindy claire clara claudia condoleezza
    cynthia daniela deborah debbie diana diane donna dorothy elena elizabeth ellen elsa emily emma
    erin eva eve fatima fiona florence gabrielle gina gloria grace hannah heather heidi helen
    hillary huma irina isabel ivanka jane janet jennifer jessica jill joan joanna josephine joyce
    judith judy julia julie karen kate katherine kathleen kathryn kathy kellyanne kirsten kristen
    laura lauren laurie linda lisa liz louise lucy lynn maria margaret marie marion martha mary maya
    megan megyn melania melissa melinda michelle monica nancy naomi natalie natasha nicola nicole
    nikki nina olga olivia pamela patricia paula pauline penelope rachel rebecca regina renee rita
    rosa rose ruth sandra sara sarah sharon sheila shirley sonia sophia sophie stephanie susan
    susanna suzanne svetlana sylvia tamara teresa theresa tina tracy ursula valerie vanessa vera
    veronica victoria virginia vivian wendy yvonne
    """
)
# The same, men's.
MALE_NAMES = words(
    """
    aaron abdul abdullah adam ahmed alan albert alexander alfred ali allen andre andrew angelo
    anthony antonio arnold arthur barack barry bashar ben benjamin bernard bernie bill bob boris
    brad brandon brian bruce carl carlos charles chris christopher chuck clarence claude colin corey
    craig cyril dan daniel david dean dennis dick dmitry don donald doug douglas dwight earl ed
    edward edwin eli eric ernest eugene francois frank franklin franz fred frederick gary geoffrey
    george gerald gerhard giovanni glenn gordon graham greg gregory guy hans harold harry harvey
    hassan henry herbert herman howard hugh hussein ian igor ivan jack jacob jacques jake james
    jared jason jay jeff jeffrey jeremy jerry jim jimmy joe john jonathan jose joseph josh joshua
    juan julian justin karl keith ken kenneth kevin khaled klaus larry lawrence leo leon leonard
    leonid louis luigi luis mahmoud manuel marco marcus mario mark martin matthew max michael miguel
    mike mikhail mitch mitt mohamed mohammad mohammed muhammad nasser nathan neil nicholas nick
    nicolas nigel nikolai norman oleg oliver omar oscar osama otto pablo patrick paul pedro pete
    peter phil philip philippe pierre rafael ralph ray raymond recep reince ricardo richard rick rob
    robert roberto rod rodney roger roland ron ronald ross roy rudolf rudy rupert russell ryan
    saddam salman sam samuel saul scott sean sebastian sergei sergey seth shane sidney silvio simon
    slobodan stanley stefan stephen steve steven stuart syed ted terry theodore thomas tim timothy
    todd tom tony vernon victor viktor vincent vladimir walter warren wayne werner wilhelm william
    wolfgang xavier yasser yitzhak yuri yusuf zachary
    """
)

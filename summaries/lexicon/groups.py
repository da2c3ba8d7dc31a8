"""Common nouns that act: groups of people and bodies; and the words that names of houses are made of."""

from summaries.lexicon import phrases, words
from summaries.lexicon.bodies import BODIES_BY_NAME
from summaries.lexicon.given import GIVEN

# End the name of a company and may be left out of it.
COMPANY_SUFFIXES = words(
    """
    inc incorporated corp corporation co company ltd limited llc llp lp plc ag sa nv bv gmbh spa srl
    ab asa oyj kk group holding holdings cos
    """
)
# By law behind the name of a company, and of nothing else.
INCORPORATED = words("inc llc ltd plc gmbh llp srl")
# A capitalised name that holds one of these is a house's, never a person's.
HOUSE_WORDS = words(
    """
    academy administration agency alliance army assembly association authority bank board brigade
    brigades broadcaster bureau cabinet campaign centre center chamber church club coalition college
    commission committee community conference confederation congress convention corps council court
    department division exchange faction federation force forces foundation front fund government
    guard guards headquarters hospital house industries institute institution international league
    legislature media ministry mission movement museum navy network news newspaper office online
    observatory orchestra organisation organization parliament partners party police post press
    prison project reserve resistance school secretariat securities senate service services society studios
    supreme syndicate systems team telegraph theatre theater times treasury tribunal trust union
    university directorate constabulary embassy consulate brotherhood investigations worldwide choir nonprofit
    ombudsman lifeline foods holdings airways pharmaceuticals breweries brewery dairies motors
    """
)
# What ends so is one house across its "and": "Customs and Border Protection".
HOUSE_ENDS = words(
    """
    academy administration agency association authority board branch bureau centre center club commission
    committee council department directorate division federation foundation institute laboratory ministry
    office operations organisation organization police protection resorts works service services society trust
    tribunal union university
    """
)
# Too general to name a house alone: "the Bank" may be any.
GENERIC_HOUSE_WORDS = words(
    """
    academy administration agency alliance american army asian assembly association authority bank
    banco board british brigade bureau cabinet campaign central centre center chamber city church
    club coalition college commission committee community conference congress council county court
    department democratic district division east eastern european exchange federal federation first
    force forces foundation front fund general government great group guard high hospital house
    institute international joint justice labour labor league liberal ministry movement national new
    news newspaper north northern office old organisation organization party people police post
    press project public red republic royal school senate service social society south southern state states
    supreme team the times trust union united university us west western white world young
    """
)
# Plural or collective nouns of people who act together; heads of a group's name.
GROUP_NOUNS = words(
    """
    activists administrators advisers advisors advocates aides airlines  ambassadors analysts
    aid-workers attorneys authorities backers bankers bishops bystanders campaigners candidates
    captors civilians clerics coaches  commanders conservatives creditors
    critics dealers defectors defenders delegates democrats demonstrators deputies detectives
    diplomats directors dissidents doctors drivers economists editors employees employers envoys
    executives experts extremists farmers fighters firefighters fishermen forces governors guards
    guerrillas gunmen hackers hijackers historians hospitals immigrants inspectors insurgents
    intellectuals investigators investors islamists jihadists journalists judges jurors kidnappers
    laborers labourers lawmakers lawyers leaders legislators liberals lobbyists managers marchers
    mayors media mediators medics migrants militants militia militias militiamen ministers
    moderates monitors mourners mps mutineers nationalists neighbors neighbours negotiators nurses
    observers officers officials onlookers opponents opposition organisers organizers owners
    paramedics paramilitaries parents parliamentarians peacekeepers physicians pilots pirates
    players police policemen politicians pollsters priests prisoners producers professors
    prosecutors protesters protestors rebels reformers refugees reporters representatives rescuers
    researchers residents rioters scholars scientists secessionists senators separatists settlers
    shareholders smugglers soldiers spokesmen spokespeople staff staffers strategists strikers
    students supporters surgeons survivors suspects teachers teams terrorists tourists traders
    troops unionists unions villagers volunteers voters warlords witnesses workers hardliners
    loyalists
    agents builders cleaners commuters dockers hunters loggers miners sailors shopkeepers
    """
)
# Before a group's noun they count or point, and name nobody: "several voters", "the next opponents".
QUANTITIES = words(
    """
    some many most several other both these those this that no all few fewer more last next first second only
    such same own any each every its his her their my our your which what whose
    """
)
# Those that name nobody whatever else is said of the group: "other nurses", "its next opponents".
POINTING = words("next last other such same own each which what whose no")
# Bodies that act under a common name ("the Syrian military media"): houses, not groups.
BODY_NOUNS = words(
    """
    agency army assembly cabinet commission committee congress council court department inquiry junta
    legislature media military ministry navy parliament senate tribunal
    """
)
# Without a word that tells which, they name nobody: whose "the committee" is, a house's name may tell.
UNNAMED_BODIES = words("agency committee commission council court department inquiry media") | phrases(
    "social media | mainstream media | news media | select committee | news agency | executive council"
)
# With a country's adjective or its name, these are the state.
GOVERNMENT_NOUNS = words(
    """
    government authorities regime leadership
    """
)
# Heads of a description: who somebody is.
ROLE_NOUNS = words(
    """
    activist actor actress adviser advisor advocate aide ally ambassador analyst anchor archbishop
    artist assistant associate astronaut athlete attorney author backer banker billionaire bishop
    boss boxer broker brother builder businessman businesswoman candidate captain cardinal chairman
    chairwoman champion chancellor chief clergyman cleric co-author co-chairman co-founder coach
    columnist comedian commander commissioner composer congressman congresswoman consultant
    coordinator correspondent councillor counsel counselor counterpart creator critic cyclist
    daughter dealer defector defender delegate deputy designer detective developer diplomat director
    dissident doctor driver economist editor engineer entrepreneur envoy executive expert farmer
    father fighter filmmaker firefighter fisherman forward founder friend general geologist
    goalkeeper golfer governor graduate guerrilla head historian host husband industrialist
    inspector investigator investor journalist judge jockey keeper king lawmaker lawyer leader
    lecturer legislator lieutenant magnate manager marketer mayor mediator member midfielder
    minister model moderator mogul monk mother musician negotiator neighbor neighbour novelist nurse
    observer officer official operator organiser organizer owner partner pastor photographer
    physician physicist pilot pitcher player playwright poet policeman politician pollster premier
    president priest prime prince princess principal producer professor programmer prosecutor
    psychologist publisher queen quarterback refugee reporter representative researcher resident
    retailer rider rival runner salesman scholar scientist secretary senator sheriff singer sister
    skipper soldier solicitor son speaker speechwriter spokesman spokesperson spokeswoman sprinter
    star strategist striker student supporter surgeon surrogate suspect teacher technician tenor
    trader trainer treasurer veteran vice-president victim volunteer voter warlord widow wife winner
    witness worker wrestler writer
    insider
    anthropologist warden ranger verger gamekeeper harbourmaster steward bailiff registrar provost
    apprentice archaeologist architect archivist auctioneer barrister beekeeper biologist
    blogger bookseller bricklayer campaigner caretaker carer chef chemist choreographer climber
    conductor coroner curator dancer dentist drummer ecologist electrician engraver epidemiologist
    fireman fisher florist footballer forester geneticist grandfather grandmother guitarist gymnast
    hairdresser headmaster headmistress headteacher homeowner hotelier housewife illustrator influencer
    joiner landlady landlord librarian lifeguard lobbyist locksmith magician magistrate mathematician
    mechanic meteorologist midwife miner missionary nanny neurologist oceanographer optician organist
    paramedic pensioner pharmacist philosopher photojournalist pianist plumber podcaster postman
    presenter psychiatrist rapper realtor receptionist restaurateur roofer sculptor seaman seismologist
    shopkeeper skier snowboarder sociologist songwriter statistician stylist supervisor surfer surveyor
    swimmer teenager therapist trucker undertaker vet vicar violinist virologist waiter waitress
    weightlifter widower youngster zoologist
    barista beautician boatman boatswain bosun brewer bursar busker cabbie cashier courier craftsman crofter
    docker ferryman fishmonger foreman forewoman greengrocer grocer handyman herder impresario innkeeper
    instructor inventor janitor jeweller labourer laborer linguist logger machinist master milkman
    motorist mountaineer newsagent nutritionist obstetrician oncologist paediatrician parishioner pathologist
    patrolman pediatrician preacher proprietor publican puppeteer radiologist rancher repairman restorer
    rower saleswoman seamstress shipbuilder stallholder statesman stockbroker stonemason storekeeper
    superintendent toxicologist tradesman translator trustee tutor umpire watchmaker welder winemaker
    substitute winger yachtsman yachtswoman zookeeper
    """
)
# A name that ends so is an address.
STREET_WORDS = words(
    """
    road rd street avenue ave drive lane crescent boulevard blvd terrace highway parkway expressway motorway
    freeway alley gardens row roundabout close mews grove way place
    """
)
# Capitalised and nobody.
CALENDAR = words(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
    january february march april may june july august september october november december jan
    feb mar apr jun jul aug sep sept oct nov dec gmt est edt pst pdt cet bst ad bc christmas easter
    ramadan thanksgiving halloween
    """
)
GIVEN_MONTHS = words("jan jun june april may august")
# Times of which a speaker's name is no part: "Ann Lee today said".
TIMES = words("""
    spring summer autumn winter
    today tonight yesterday tomorrow morning afternoon evening night week weekend month year
    monday tuesday wednesday thursday friday saturday sunday
""")
# Four of these in one article, and it is about a game.
SPORT_WORDS = words(
    """
    innings wicket wickets batsman bowler fly-half scrum-half midfielder striker goalkeeper defender winger
    quarterback touchdown homer homers inning pitcher shutout playoff playoffs semifinal semifinals
    quarterfinal quarterfinals semi-final quarter-final championship championships tournament teammate
    teammates coach halftime half-time unbeaten offside header knockout heavyweight middleweight bogey birdie
    birdies putt fairway prix lap sprint relay medal medals medalist seeded set-point tiebreak tie-break
    match matches season goal goals scored league stadium relegation fixture fixtures penalty referee
    winger equaliser equalizer equalised hat-trick headed substitute scoreless goalless crossbar rebounds
    shootout postseason bullpen touchdowns overs batting bowled unanswered volley backhand forehand podium
    """
)
# Of those, what somebody is.
SPORT_ROLES = words(
    """
    batsman bowler fly-half scrum-half midfielder striker goalkeeper defender winger quarterback pitcher
    teammate coach heavyweight middleweight medalist medallist referee wing centre-back full-back
    left-back right-back centre-half hooker flanker playmaker all-rounder batter spinner seamer
    wicketkeeper outfielder infielder shortstop linebacker cornerback linesman goaltender lightweight
    welterweight featherweight finalist semi-finalist seed debutant hurdler thrower rower paralympian
    olympian
    """
)
# Houses that the pipeline takes for people or places when it meets the name alone.
KNOWN_HOUSES = words(
    """
    politico twitter facebook google youtube instagram reddit amazon netflix microsoft apple uber
    tesla boeing airbus breitbart fox cnn nbc cbs abc msnbc cnbc npr pbs bbc itv espn reuters
    interfax tass xinhua bloomberg newsweek vox slate salon buzzfeed gawker huffpost univision
    telemundo treasury guardian observer pentagon congress senate parliament bundestag knesset duma hamas
    hezbollah taliban interpol europol opec unicef unesco greenpeace nasa nato fifa uefa wikileaks
    gallup quinnipiac goldman citigroup exxon volkswagen toyota honda nissan chrysler fiat renault peugeot bmw
    daimler porsche opel audi volvo hyundai intel ibm nokia sony samsung panasonic siemens bp chevron walmart
    tesco ikea lego nike adidas pepsi starbucks disney viacom verizon vodafone tiktok whatsapp snapchat
    spotify airbnb paypal ryanair easyjet lufthansa qantas pfizer moderna astrazeneca novartis unilever nestle
    danone barclays hsbc santander blackrock gazprom rosneft lukoil nintendo oxfam unison unite nasdaq
    mozilla kroger costco aldi lidl sainsbury snopes politifact kickstarter roscosmos ferrari
    qaeda zanu-pf crimestoppers mossad fbi cia
    stellantis spacex openai nvidia huawei alibaba tencent baidu foxconn tumblr ford
    """
)
ANY_HOUSES = HOUSE_WORDS | KNOWN_HOUSES
# Capitals that are nobody: offices, things and measures in letters.
LETTERS = words(
    """
    ceo cfo coo pac ig tv gdp faq hiv aids dna iq id pm am mba us un-american q&a vip wmd mp msp mep mla td mc
    cctv cpr gps url usb ide cpu pii ist ios wifi wi-fi covid covid-19 ppe pcr ev rv suv diy lgbt ai it atm
    sql html css xml json pdf api sdk gui ram ssd
    mvp dwi dui foi esl toefl gpa phd ret hm hr pr dj qr sms vat odi www http app apps
    """
)
# A name that ends so is an event, a law or a work.
THING_WORDS = words(
    """
    act bill treaty accord amendment bowl cup championship championships open classic olympics games
    derby prize award awards medal day eve week war wars battle revolution crisis series tour
    marathon festival show election elections primary caucus caucuses debate index code constitution
    bible koran quran convention agreement summit speech plan programme program prix trophy masters finals
    table score scoreboard live outlook checks columns globes
    deal pact protocol doctrine exposition expo exhibition fair parade gala concert carnival ceremony ball
    pageant medal suv ev edition bundle laptop monitor player man woman goal match summit rally hearing
    declaration communique communiqué inquest poll tracker survey census scheme game database christianity
    """
)
THINGS_ALONE = THING_WORDS - GIVEN  # things where no other word of a name stands

# What opens with one of these is a storm, a ship, a deed, a law: "Storm Ciara", "HMS Elm", "Article Nine".
THING_OPENERS = words(
    """
    storm superstorm hurricane typhoon cyclone operation exercise flight route interstate article section
    chapter proposition resolution directive uss hms hmas hmcs rms mv
    """
)

# What a house is said to be: "Name, an armed group,".
SAID_OF_HOUSES = words(
    """
    organization organisation company firm group agency charity startup start-up party militia network outlet
    website retailer manufacturer union band newspaper magazine bank body nonprofit cartel gang
    chain brand subsidiary publisher airline club
    """
)
# Laws, awards, feasts and programmes that are known by one word, and do nothing.
NOBODYS = words(
    """
    obamacare medicaid medicare brexit covid-19 coronavirus omicron oscar oscars emmy emmys grammy grammys
    bafta baftas pulitzer easter christmas thanksgiving halloween ramadan hanukkah diwali eid
    android windows firefox chrome safari wifi bluetooth bitcoin ethereum
    aca nafta usmca gdpr daca hipaa dmca foia jesus allah
    internet formula
    welshman scotsman irishman englishman frenchman dutchman
    god islam christianity judaism hinduism buddhism midwest chatgpt siri alexa copilot ozempic comirnaty
    """
)
# Where people say and show things: an actor only where it does something itself.
PLATFORMS = words(
    """
    twitter facebook youtube instagram reddit tiktok whatsapp whatsapps snapchat spotify tumblr linkedin
    pinterest telegram discord twitch zoom skype paypal kickstarter gofundme airbnb
    """
)
# Before a model's name: "Toyota Corolla".
CAR_MAKES = words(
    """
    toyota honda nissan mazda subaru suzuki mitsubishi hyundai kia ford chevrolet chevy buick cadillac dodge
    jeep volkswagen audi bmw mercedes mercedes-benz opel vauxhall peugeot renault citroen citroën fiat
    chrysler skoda volvo porsche lexus lamborghini
    """
)
# Before the name of what they make or offer: "Apple Vision Pro", "Google Maps".
MAKERS = CAR_MAKES | words(
    """
    apple google microsoft amazon facebook meta samsung sony nokia huawei nintendo ibm intel nvidia adobe
    playstation xbox iphone ipad galaxy android windows htc lego
    vw mustang macbook airpods dell pokemon disney marvel
    """
)
# "Toyota Motor" is the maker, "Google Cloud" and "Amazon Prime Video" are houses of their own.
MAKERS_WORDS = words(
    """
    motor motors cars trucks finance racing cloud video music pictures entertainment health pay web news
    semiconductor electronics mobile europe america japan china india uk us usa research labs ventures
    deepmind brain platforms interactive channel unlimited universal land world plus co
    """
)

# Short forms that no rule of shortening gives.
KNOWN_SHORT_FORMS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("fed",): ("federal", "reserve"),
    ("met",): ("metropolitan", "police"),
    ("guard",): ("revolutionary", "guard"),
    ("feds",): ("federal", "bureau", "of", "investigation"),
    ("un",): ("united", "nations"),
    ("eu",): ("european", "union"),
    ("gop",): ("republican", "party"),
    ("nasdaq",): ("nasdaq", "stock", "market"),
    ("ap",): ("associated", "press"),
    ("wsj",): ("wall", "street", "journal"),
}
# By what every reader knows them, and the word that names them.
KNOWN_BODIES = {
    "russian space agency": "roscosmos",
    "indian space agency": "isro",
    "japanese space agency": "jaxa",
    "us space agency": "nasa",
    "u.s. space agency": "nasa",
    "american space agency": "nasa",
    "un refugee agency": "unhcr",
    "u.n. refugee agency": "unhcr",
    "un children's agency": "unicef",
    "u.n. children's agency": "unicef",
    "un health agency": "who",
    "u.n. health agency": "who",
    "un food agency": "wfp",
    "u.n. food agency": "wfp",
    "un nuclear agency": "iaea",
    "u.n. nuclear agency": "iaea",
}
# Whole as they stand, whatever adjective comes before: "the Democratic White House".
ONE_OF_A_KIND = frozenset(
    (
        ("white", "house"),
        ("muslim", "brotherhood"),
        ("islamic", "state"),
        ("united", "nations"),
        ("european", "union"),
        ("crime", "stoppers"),
    )
)
WHOLE_NAMES = ONE_OF_A_KIND | BODIES_BY_NAME | frozenset(KNOWN_SHORT_FORMS.values())

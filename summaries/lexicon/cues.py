"""Cues of quotation: the words by which English news says that somebody said something.

Lemmas, after Levin's verbs of communication (1993, class 37) and the reporting verbs of news style guides;
what the verb takes decides the list, because that decides which words are the content. Verbs of thought
and wish (believe, hope, want) are left out: they report a mind, not a statement.
"""

from summaries.lexicon import words

# "said (that) the deal was back on": the clause is what was said.
CLAUSE_CUES = words("""
    accept acknowledge add admit advise affirm allege announce answer argue assert assure attest aver
    avow blog boast brag caution charge cheer claim clarify comment complain concede conclude concur
    confess confide confirm contend counsel counter cry declare demand deny disclose divulge e-mail
    elaborate email emphasise emphasize estimate exclaim explain forecast gripe grouse grumble
    guarantee gush hint hiss imply indicate inform insinuate insist interject intimate intone joke
    lament maintain mention mumble murmur muse mutter note object observe opine plead pledge point
    posit post predict proclaim promise pronounce propose protest quip reaffirm reassure recall recite
    recount reiterate rejoin relate remark remind reply report request respond restate retort retweet
    reveal rule say scoff shout shriek signal snap speculate state stipulate stress suggest swear
    tease tell testify text theorise theorize threaten tweet urge venture vow wager warn whisper write
    yell
""")

# The plainest of them: a clause that follows is what was said, whatever the parse makes of it.
PLAIN_CUES = words("say tell add note argue announce claim insist declare state write tweet warn")

# "pledged to rebuild", "urged him to quit", "asked reporters to leave": the infinitive is what was said.
INFINITIVE_CUES = words("""
    advise agree ask beg call caution challenge claim decline demand encourage exhort implore
    instruct invite offer order petition plead pledge press promise propose refuse remind request
    swear tell threaten urge volunteer vow warn
""")

# What is done with these is no statement, unless in words that are quoted: "declined to comment".
DEED_CUES = words("decline invite offer refuse")

# "asked whether", "questioned why", "explained how": a question is what was said.
QUESTION_CUES = words(
    "ask question inquire enquire wonder explain query demand describe discuss say tell debate"
)

# What leads to words of whoever does it: "Hall believes the bridge will hold.", "Hall explained why."
LEADING_CUES = words("""
    believe describe elaborate explain fear feel hope insist joke lament outline quip recall reflect remember
    summarise summarize think warn
""")
LEADING_PARTICLES = {"sum": "up", "spell": "out"}

# Those that want an answer: what stands alone behind them may be another's.
ASKING_CUES = words("ask question query inquire enquire wonder demand")

# "denied the charges", "announced a run", "reported the resumption of shelling": the object is what was said.
OBJECT_CUES = words("""
    acknowledge admit advocate allege announce assail assert bemoan blast chide cite claim concede
    condemn confirm contradict criticise criticize declare decry defend demand denounce deny deplore
    deride describe detail disavow disclose discuss dispute echo emphasise emphasize estimate explain
    express hail hint lambast lambaste lament laud mention mock note offer outline pledge praise predict
    proclaim promise propose question rebuke rebut recommend recount refute reiterate reject
    repeat report repudiate request reveal ridicule signal slam stress suggest tout urge voice vow warn
""")

# Those whose object alone says it, verdicts and demands: "condemned the attack", "urged calm", "called for
# a truce"; and the nouns that tell of the same.
JUDGING_CUES = words("""
    accuse advocate announce apologise apologize assail attack bemoan berate blame blast call chide
    commend condemn contradict credit criticise criticize decry demand denounce deny deplore deride
    disavow dismiss fault hail lambast lambaste lament laud mock object oppose praise propose question
    rail rebuff rebuke rebut recommend refute reject report repudiate ridicule rip scold slam thank tout urge
    warn accusation allegation complaint condemnation criticism denial insistence pledge promise
    proposal threat vow warning
""")

# "admitted taking it", "reported seeing a flash": the deed is what was said.
GERUND_CUES = PLAIN_CUES | words("""
    acknowledge admit confess describe mention propose recall recommend recount report suggest
""")

# Whatever stands behind these was said, though the parse finds no clause in it.
TELLING_CUES = words("acknowledge admit ask conclude confirm explain joke note say")

# Verb → the prepositions whose object is what was said: "accused them of foiling", "called for a truce".
PREPOSITION_CUES: dict[str, frozenset[str]] = {
    "accuse": words("of"),
    "admit": words("to"),
    "advocate": words("for"),
    "allude": words("to"),
    "apologise": words("for"),
    "apologize": words("for"),
    "argue": words("for against"),
    "ask": words("about for"),
    "assail": words("for as over"),
    "attack": words("for as over"),
    "berate": words("for"),
    "blame": words("for on"),
    "blast": words("for as over"),
    "boast": words("about of"),
    "brag": words("about"),
    "brand": words("as"),
    "call": words("for on"),
    "cast": words("as"),
    "characterise": words("as"),
    "characterize": words("as"),
    "chide": words("for"),
    "cite": words("as"),
    "commend": words("for"),
    "comment": words("on about"),
    "complain": words("about of"),
    "condemn": words("for as"),
    "congratulate": words("for on"),
    "confess": words("to"),
    "credit": words("for with"),
    "criticise": words("for over"),
    "criticize": words("for over"),
    "defend": words("as"),
    "denounce": words("as for"),
    "depict": words("as"),
    "deride": words("as"),
    "describe": words("as"),
    "dismiss": words("as"),
    "fault": words("for"),
    "gush": words("about over"),
    "hail": words("as for"),
    "inform": words("of about"),
    "inquire": words("about"),
    "insist": words("on"),
    "joke": words("about"),
    "knock": words("for"),
    "label": words("as"),
    "lambast": words("for"),
    "lambaste": words("for"),
    "laud": words("for as"),
    "lie": words("about"),
    "mock": words("for as"),
    "object": words("to"),
    "plead": words("for"),
    "point": words("to"),
    "portray": words("as"),
    "praise": words("for as"),
    "press": words("for on"),
    "protest": words("against"),
    "rail": words("against"),
    "rebuke": words("for"),
    "refer": words("to"),
    "reject": words("as"),
    "remark": words("on upon"),
    "ridicule": words("as for"),
    "rip": words("for as"),
    "scold": words("for"),
    "slam": words("for as over"),
    "speak": words("of about against"),
    "speculate": words("about on"),
    "suspect": words("of"),
    "talk": words("of about"),
    "tell": words("about of"),
    "testify": words("about"),
    "thank": words("for"),
    "threaten": words("with"),
    "tout": words("as"),
    "urge": words("against"),
    "warn": words("of about against"),
    "write": words("about of"),
}

# "called him “a liar”", "dismissed it as “noise”": names that somebody gives;
# cues only of what stands in quotation marks.
NAMING_CUES = words("""
    accuse address attack attribute bill blame blast boast brand call cast chant characterise
    characterize cite coin compare condemn consider criticise criticize decry deem denounce deride
    describe dismiss double dub find hail invoke joke label liken mock name nickname paint pitch portray
    praise present promote push quote rate read refer reference regard ridicule scream see sing slam
    title tout view
""")

# Verbs that carry a quotation only where it stands right beside them: “Never,” he laughed.
BESIDE_CUES = words("""
    admonish ask bark beam begin believe bellow beseech bleat blurt bristle caution chant chide chime chirp
    chuckle close coin conclude continue coo crack crow cry deadpan demur describe disagree dissent echo end
    enthuse feel finish fire follow fume go grin growl grumble hear holler hoot hope imagine implore inquire
    interrupt intervene issue jab jest laugh learn lecture marvel message moan offer open parry pen ponder
    pray press proceed promise put quote rail rant rave react read reason recite reckon refer reflect
    release remember reminisce repeat retaliate roar send shoot sigh sing smile snarl sneer sniff snort
    speak specify splutter sputter squeal stammer start sum summarise summarize surmise tack think thunder
    use vent wail wonder yelp
""")

# "is adamant that it was late": said, however it is told.
ADJECTIVE_CUES = words("adamant insistent")

# "the announcement that…", "a call for…": nouns that hold what was said, and what leads
# to it.
NOUN_CUES: dict[str, frozenset[str]] = {
    "accusation": words("of that"),
    "allegation": words("of that"),
    "announcement": words("of that"),
    "argument": words("that"),
    "assertion": words("of that"),
    "assessment": words("that"),
    "call": words("for"),
    "claim": words("of that"),
    "comment": words("that about on"),
    "complaint": words("about that"),
    "condemnation": words("of"),
    "contention": words("that"),
    "criticism": words("of that"),
    "declaration": words("of that"),
    "demand": words("for that"),
    "denial": words("of that"),
    "insistence": words("on that"),
    "pledge": words("that to of"),
    "prediction": words("of that"),
    "promise": words("that to of"),
    "proposal": words("that to for"),
    "statement": words("that"),
    "suggestion": words("of that"),
    "threat": words("that to of"),
    "vow": words("that to of"),
    "warning": words("that of about"),
}

# What a crowd does in one voice: whoever the sentence is about is not the one who does it.
CROWD_CUES = words("chant boo jeer")

# "used the term “kitchen sink”": words about words; whatever verb governs them, somebody said it.
TERM_NOUNS = words(
    "term word phrase expression slogan nickname moniker label mantra line motto chant hashtag refrain"
)

# "she was quoted as saying": in the passive, the words are still hers.
HEARD_CUES = words("catch cite film hear overhear quote record report see")

# "issued a statement saying": the words are those of whoever issued it.
DOCUMENT_NOUNS = words("""
    announcement comment communique email e-mail letter memo message note post release remark speech statement
    tribute tweet update
""")

# Whoever speaks in a labelled turn or a letter: the label says who that is.
FIRST_PERSON = words("i we me us you")

# "asked not to be named".
NAMED_BY_PRESS = words("identify name quote")
# "asked to remain anonymous".
UNNAMED = words("anonymous nameless unnamed unidentified")

# "refused to say", "is due to announce", "a plan to tell": words that leave what hangs on them undone …
NOT_DONE = words("""
    able afraid aim allow anxious appeal appear ask avoid beg dare decline demand deserve desire due eager
    encourage expect fail failure forbid forget free hesitate hope inability instruct intend intention
    invite keen let like likely long mean need neglect omit order permit persuade plan please prefer
    prepare press prohibit promise propose ready readiness refrain refusal refuse reluctance reluctant
    require schedule seek seem set suppose threaten unable unlikely unwilling urge wait want willing
    willingness wish
""")
# … "denied saying", "without saying" …
NOT_DOING = words("avoid deny imagine stop without instead than refrain prevent against")

# … and "would later say", "would go on to say", which tell what was said.
AFTER_ALL = words("later soon then eventually")

# "but would give no details": what a report goes on to is no part of what was said.
WITHHELD = words(
    "comment confirm detail disclose elaborate explain give identify name offer provide release say specify"
)

# "a press conference announcing the plan": where things are said, and by nobody.
EVENT_NOUNS = words("""
    briefing ceremony conference debate event gathering hearing inquest interview meeting protest rally summit
    trial vigil
""")

# "That is the view of the coach": of what was told right before.
VIEW_NOUNS = words("argument assessment belief claim conclusion opinion prediction verdict view warning")

# Pronouns that open a clause about the speaker: "Paris, who used to work there, said".
RELATIVES = words("who which that whom")

# Any verb that reports: each of these with a complement of its kind makes a statement.
REPORTING_CUES = CLAUSE_CUES | INFINITIVE_CUES | QUESTION_CUES | OBJECT_CUES | frozenset(PREPOSITION_CUES)

# Any verb to which a passage in quotation marks may hang inside its sentence …
GOVERNING_CUES = REPORTING_CUES | NAMING_CUES

# … and any that may stand right beside one.
SPEAKING_CUES = GOVERNING_CUES | BESIDE_CUES

# What another makes of what was said, alone or "with that": "and Ray agreed" …
CONCURRING = words("agree concur differ disagree")
# … and with an object that means it: "and Ray disputes this".
ANSWERING = words(
    "back confirm contest contradict deny dismiss dispute doubt echo oppose reject second support"
)

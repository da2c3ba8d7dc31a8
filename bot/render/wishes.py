"""The words by which people tell what they want without a command: data of the catalogue.

A message is a list of phrases parted by "|". Case, accents and marks do not count. "…" in a phrase is where
what is asked about stands. The English words are understood beside those of every other language.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from bot.domain.vocabulary import Apostrophes, Vocabulary, folded
from bot.render.language import ENGLISH, Language
from bot.render.texts import Text, pgettext

PARTED = "|"
_NONE = Apostrophes()

# Translators: these are not shown: by them plain words are understood. Put in the words that people of your
# language would write, parted by "|", as many as you like; they need not match the English ones in number.
# "…" stands for the name or the words that are asked about, and may stand anywhere in a phrase.
_WISHES: dict[str, Text] = {
    # Before "stop": alone it may leave what was asked.
    "cancel": pgettext(
        "understood",
        "cancel|cancel it|cancel that|cancel this",
    ),
    "stop": pgettext(
        "understood",
        "stop|stop it|stop this|stop sending|stop messaging|stop writing|stop texting|unsubscribe"
        "|sign off|opt out|cancel|quit|enough|no more|dont send|do not send|dont want|do not want"
        "|dont write|do not write|leave me alone|turn off|switch off|shut up|end|remove me|take me off"
        "|too many messages|get out|get me out|i quit|no longer want|no longer interested|enough already"
        "|not interested anymore|turn it off|turn this off|turn this thing off|switch it off"
        "|switch this off"
        "|no messages|no notifications|no briefings|no emails|no texts|cancel subscription"
        "|cancel my subscription|cancel the subscription|cancel everything|cancel all"
        "|cancel the news|cancel news|cancel messages|cancel briefings|cancel notifications",
    ),
    "forget": pgettext(
        "understood",
        "forget me|forget about me|delete my data|delete everything|erase my data"
        "|delete my account|remove my data|what do you store|what do you know about me"
        "|what data do you have|privacy|my data|gdpr",
    ),
    "settings": pgettext(
        "understood",
        "settings|setup|set up|preferences|options|configure|change settings|change|adjust|fewer"
        "|less often|more often",
    ),
    "zone": pgettext(
        "understood",
        "time zone|timezone|my clock|wrong time|wrong times|times are wrong|time is wrong|my city|change city"
        "|change time zone|wrong hour|clock|im in …|i am in …|i live in …|im now in …|i am now in …"
        "|i moved to …|im moving to …|im based in …|my city is …|my time zone is …|my timezone is …"
        "|time zone …|timezone …|change time zone to …|set time zone to …",
    ),
    "quiet": pgettext(
        "understood",
        "quiet|quiet hours|do not disturb|dont disturb|mute at night|at night|silence|be quiet|no sound"
        "|let me sleep|dont wake me|dont wake me up|dont wake me at night|while i sleep|when i sleep"
        "|im asleep|im sleeping|dont disturb me while i sleep|dont disturb me when i sleep|dont bother me"
        "|dont bother me at night|nothing after midnight|not after midnight|nothing overnight"
        "|not overnight|quiet overnight|keep quiet overnight|nothing during the night"
        "|not during the night|mute notifications during the night|mute notifications at night"
        "|quiet at night|quiet during the night|not when i sleep|nothing while i sleep|night mode"
        "|quiet mode|silent mode",
    ),
    "hours": pgettext(
        "understood",
        "change time|change times|change hours|change hour|different time|another time"
        "|another hour|other time|at what time|what time|when do you send|earlier|later|too early|too late"
        "|when does it come|when do i get it"
        "|when is the next one|when is the next|when is next|next one|next edition|next briefing"
        "|when is the next edition|when is the next briefing|when does the next one come"
        "|when do you send the next one|when will you send the next one",
    ),
    "length": pgettext(
        "understood",
        "shorter|longer|too long|too short|more stories|fewer stories|less text|more text|length|less"
        "|less news|more of it|short summary|shorter summary|long summary|longer summary|short summaries"
        "|shorter summaries|long summaries|longer summaries|summary shorter|summary longer"
        "|summaries shorter|summaries longer|summaries too long|summaries too short|shorter briefings"
        "|longer briefings|shorter stories|longer stories|shorter articles|longer articles",
    ),
    "subscribe": pgettext(
        "understood",
        "subscribe|sign up|sign me up|register|subscription|every day|every morning|daily"
        "|keep me posted|keep me informed|notify me|send me daily|alert me|regularly",
    ),
    "saved": pgettext(
        "understood",
        "saved|my saved|bookmarks|saved stories|saved articles|what i saved|what did i save|what have i saved"
        "|what i have saved|what ive saved|saves|reading list|read later|bookmarked",
    ),
    "pause": pgettext(
        "understood",
        "pause|take a break|break|snooze|holiday|holidays|on holiday|vacation|on vacation|im away"
        "|i am away|pause for …|pause until …|pause till …|take a break for …|take a break until …"
        "|snooze for …|snooze until …|im away for …|im away until …|i am away for …|i am away until …"
        "|on holiday until …|on vacation until …|no news until …|no news for …|stop for …|stop until …"
        "|stop till …|stop sending for …|nothing until …|nothing for …|no messages until …"
        "|no messages for …|be quiet for …|be quiet until …|quiet for …|quiet until …|silence for …"
        "|silence until …|leave me alone for …|leave me alone until …"
        "|resume|unpause|resume news|resume sending|end the pause|stop the pause|im back|i am back"
        "|end pause",
    ),
    "follows": pgettext(
        "understood",
        "follows|following|what do i follow|whom do i follow|who do i follow|my topics|my follows"
        "|what i follow|what am i following|who am i following|whom am i following|what did i follow"
        "|what im following",
    ),
    "week": pgettext(
        "understood",
        "week|this week|the week|last week|past week|weekly|of the week|last seven days|last few days",
    ),
    "latest": pgettext(
        "understood",
        "latest headlines|headlines|newest headlines|titles|newest articles|latest articles"
        "|list of articles|all articles",
    ),
    "quotes": pgettext(
        "understood",
        "quotes|quotations|quote|who said what|what did people say|what was said"
        "|what are people saying|latest quotes|statements",
    ),
    "who": pgettext(
        "understood",
        "who|who is in the news|whos in the news|people|people in the news|persons|names"
        "|who is who|whos who|cast|who is important|in the news|who is everyone",
    ),
    "brief": pgettext(
        "understood",
        "news|the news|brief|briefing|brief me|update|updates|update me|latest|the latest|whats new"
        "|what is new|whats up|what is up|whats happening|what is happening|what happened"
        "|what has happened|whats going on|what is going on|anything new|top stories|stories|summary"
        "|summarize|catch me up|what did i miss|today|new stories|fill me in|what happened overnight"
        "|what happened last night|what did i miss overnight|overnight news",
    ),
    "help": pgettext(
        "understood",
        "help|what can you do|what do you do|how does this work|how do you work|who are you"
        "|what are you|commands|menu|how do i use this|how to use|instructions|manual"
        "|what can i ask|what is this|about you|are you a bot",
    ),
    "hello": pgettext(
        "understood",
        "hello|hi|hey|hallo|hiya|good morning|good evening|good afternoon|good day|greetings|start|begin",
    ),
    "thanks": pgettext(
        "understood", "thanks|thank you|thx|cheers|great|perfect|ok|okay|cool|good|nice|bye|goodbye"
    ),
    "deed": pgettext(
        "understood",
        "share|share this|share it|share this story|share story|forward this|forward it"
        "|send this to a friend|give me a link|link to this|save|save this|save it"
        "|save this story|save story|save for later|bookmark|bookmark this|bookmark it|mute this"
        "|mute it|mute this story|mute story|follow this|follow it|follow this story|follow story"
        "|unsave|unsave this|unsave it|unfollow this|unfollow it|unmute this|unmute it"
        "|remember this",
    ),
    "about": pgettext(
        "understood",
        "who is …|whos …|who was …|who are …|who were …|who the hell is …|tell me about …"
        "|all about …|about …|everything about …|everything on …|what about …|info on …"
        "|information on …|information about …|what do you know about …|what do you have on …"
        "|profile of …|what is … doing|what has … done|what did … do|how about …"
        "|remind me who … is|who is this …|who exactly is …|what role does … play"
        "|what role did … play|role of …",
    ),
    "said": pgettext(
        "understood",
        "what did … say|what does … say|what has … said|what is … saying|what was … saying"
        "|what did … say about …|what does … say about …|what did … say on …"
        "|what has … said about …|what did … tell …|what has … to say|what did … think of …"
        "|what does … think of …|what does … think about …|what does … think|quotes of …"
        "|quotes from …|quotes by …|quote from …|quote of …|quotations of …|quotations from …"
        "|words of …|statements by …|statement by …|statements of …|… quotes|… quote|… said"
        "|… says|what did … say when …|what did … say after …|how did … react|how did … respond"
        "|how did … react to …|how did … respond to …|what … said|what … says|what … said about …"
        "|what … thinks of …|what did … promise|what did … warn|what did … tell us"
        "|has … said anything|has … said anything about …|did … say anything"
        "|did … say anything about …|did … comment|did … comment on …|what words did … use"
        "|quotes …|quotations …",
    ),
    "who said": pgettext(
        "understood",
        "who said …|who says …|who called …|who called it …|who told …|who mentioned …"
        "|who spoke of …|who talked about …|who spoke about …|who warned …|who warned of …"
        "|who warned that …|who claimed …|who claims …|quotes about …|quotes on …|who said that …"
        "|who was quoted …|who described …|who commented on …|quotations about …",
    ),
    "news of": pgettext(
        "understood",
        "news about …|news on …|news of …|news from …|the news about …|news in …|news for …"
        "|latest on …|latest about …|latest from …|the latest on …|the latest about …"
        "|the latest from …|latest news on …|latest news about …|latest news from …|anything on …"
        "|anything about …|anything from …|anything new on …|anything new about …"
        "|anything new from …|whats new in …|whats new with …|whats new on …|whats new about …"
        "|what is new in …|update on …|updates on …|stories about …|stories on …|articles about …"
        "|articles on …|story about …|article about …|article on …|is there anything on …"
        "|is there anything about …|is there news on …|any news on …|any news about …"
        "|any news from …|any news of …|… news|brief me on …|update me on …|more on …"
        "|more about …|what do papers write about …|have you got anything on …"
        "|do you have anything on …|do you have anything about …|read me …|something about …"
        "|something on …",
    ),
    "search": pgettext(
        "understood", "search …|search for …|find …|look for …|look up …|looking for …|google …|seek …"
    ),
    "follow": pgettext(
        "understood",
        "follow …|subscribe to …|track …|watch …|keep me posted on …|keep me informed about …"
        "|notify me about …|notify me when …|tell me when …|alert me about …|keep an eye on …"
        "|let me know when …|let me know about …|keep me updated on …|keep me up to date on …"
        "|tell me whenever …|let me know whenever …|tell me if …|tell me once …|tell me as soon as …"
        "|let me know if …|let me know once …|let me know as soon as …|notify me if …|notify me of …"
        "|notify me on …|notify me once …|notify me whenever …|notify me as soon as …|alert me when …"
        "|alert me if …|alert me to …|alert me on …|alert me of …|ping me when …|ping me if …"
        "|ping me about …|ping me on …|message me when …|message me if …|message me about …"
        "|message me as soon as …|text me when …|text me if …|text me about …|write me when …"
        "|write to me when …|inform me when …|inform me if …|inform me about …|inform me of …"
        "|warn me when …|warn me if …|warn me about …|send me a message when …|send me a message if …"
        "|give me updates on …|send me updates on …|send me updates about …|send me everything about …"
        "|send me everything on …|i want to hear about …|i want to know when …|i want to know if …"
        "|i want updates on …|i want updates about …|id like to hear about …|keep me informed on …"
        "|keep me in the loop on …|keep me in the loop about …|keep me posted about …|keep track of …"
        "|keep tabs on …|keep watching …|stay on top of …",
    ),
    "only": pgettext(
        "understood",
        "only …|just …|only … news|just … news|… only|nothing but …|only send me …|only send …|only show me …"
        "|only give me …"
        "|just send me …|just show me …|just give me …|i only want …|i just want …|exclusively …|solely …"
        "|only the section …|only the … section|section …|the section …|just the … section"
        "|… and nothing else|nothing else but …|nothing except …|only articles from …"
        "|only from the section …",
    ),
    "unfollow": pgettext(
        "understood",
        "unfollow …|stop following …|no longer follow …|dont follow …|stop tracking …|stop watching …",
    ),
    "mute": pgettext(
        "understood",
        "mute …|hide …|ignore …|not interested in …|im not interested in …|i am not interested in …"
        "|i dont care about …|silence …|never show me …|block …|no more about …|no more news about …"
        "|no more news on …|no more …|no more of …|stop sending me …|stop telling me about …"
        "|stop writing about …|stop talking about …|stop showing me …|stop with the …|enough of …"
        "|enough about …|enough with …|enough … news|had enough of …|ive had enough of …|dont send me …"
        "|do not send me …|dont send …|dont show me …|do not show me …|dont tell me about …"
        "|dont write about …|dont want …|i dont want …|dont want to hear about …"
        "|i dont want to hear about …|dont want to see …|i dont want to see …|dont want to read about …"
        "|i dont want to read about …|i dont wanna hear about …|sick of …|im sick of …|tired of …"
        "|im tired of …|bored of …|bored by …|bored with …|im bored of …|im bored with …|fed up with …"
        "|im fed up with …|spare me …|less about …|less of …|less … news|less … please|fewer … stories"
        "|no … news|no … stories|no … please|no … anymore|nothing about …|nothing on …"
        "|nothing more about …|nothing more on …|no news about …|no news on …|no stories about …"
        "|leave out …|filter out …|get rid of …|never mention …|cant stand …"
        "|couldnt care less about …|i do not care about …|skip …",
    ),
    "unmute": pgettext("understood", "unmute …|stop muting …|no longer mute …|unhide …"),
    "mutes": pgettext(
        "understood",
        "mutes|muted|what do i mute|whom do i mute|who do i mute|my mutes|what did i mute|who did i mute"
        "|what have i muted|who have i muted|what am i muting",
    ),
    "language": pgettext(
        "understood",
        "language|languages|change language|change the language|another language|other language"
        "|which languages|what languages|do you speak other languages|set language|set the language"
        "|switch language|switch the language|use another language|write in another language"
        "|reply in another language|talk in another language|speak another language|language settings",
    ),
    "tell": pgettext(
        "understood",
        "what happened to …|what happened in …|what happened at …|what happened with …"
        "|what happened when …|what happened after …|whats happening in …|what is happening in …"
        "|whats going on in …|what is going on in …|whats going on with …|why did …|why is …"
        "|why are …|why was …|why were …|how many …|how did …|how much …|when did …|where did …"
        "|what is …|whats …|what was …|what are …|explain …|summarize …|what caused …|is …|did …"
        "|was …|has …|does …",
    ),
    "no": pgettext(
        "understood",
        "no|nope|no thanks|no thank you|no keep it|keep it|keep this|keep them|no dont|dont stop"
        "|do not stop|no dont stop|keep sending|keep sending them|keep it coming|keep them coming"
        "|never mind|nevermind|forget it|leave it|leave it as it is|not now|rather not"
        "|id rather not|changed my mind|i changed my mind|no leave it",
    ),
}
_IN_A_STORY: dict[str, Text] = {
    "story voices": pgettext(
        "understood, of a story",
        "who said that|who said it|who said this|who says that|who says so|who says|who said"
        "|says who|quotes|quotations|who is quoted|what was said|what did they say|whose words"
        "|who is speaking|who said so",
    ),
    "story cast": pgettext(
        "understood, of a story",
        "who|who is in it|who is involved|whos involved|who was involved|people|names"
        "|who are they|who is this|who is he|who is she|who is that|who was it|who did it"
        "|who did that|who was that",
    ),
    "story text": pgettext(
        "understood, of a story",
        "more|read more|full text|full story|full article|whole text|whole article|the rest"
        "|continue|go on|read on|details|more details|all of it|tell me more|everything|show all"
        "|why|how|how so|why is that",
    ),
    "story share": pgettext(
        "understood, of a story",
        "share|share this|share it|share this story|share story|forward this|forward it"
        "|send this to a friend|give me a link|link to this",
    ),
    "story choices": pgettext(
        "understood, of a story",
        "save|save this|save it|save this story|save story|save for later|keep this|keep it"
        "|bookmark|bookmark this|bookmark it|mute|mute this|mute it|mute this story|mute story"
        "|follow|follow this|follow it|follow this story|follow story|unsave|unsave this"
        "|unsave it|unfollow|unfollow this|unfollow it|unmute|unmute this|unmute it|remember this",
    ),
    "story again": pgettext(
        "understood, of a story",
        "summary|sum up|in short|short version|what happened|when|where|when was it|when was that"
        "|where was it|where was that|when did it happen|where did it happen|when did that happen"
        "|where did that happen|what is it about|what is this about|whats this about|source"
        "|which paper|what is the source|date",
    ),
}
# Translators: not shown: words that may stand around what is asked for, and change nothing of it.
_AROUND = pgettext(
    "understood",
    "please|pls|hey|hi|hello|bot|now|right now|just|can|could|would|will|you|i|me|my|we|us|to|want"
    "|wanna|would like|like|need|id|the|a|an|some|any|all|this|these|it|that|them|for|of|at|on|in|and"
    "|so|then|here|there|today|todays|tonight|morning|evening|news|messages|message|updates|update"
    "|briefing|briefings|edition|editions|email|emails|notifications|notification|subscription|sending"
    "|send|sends|get|getting|receive|receiving|show|give|tell|let|see|read|know|hear|have|has|got|do"
    "|does|dont|is|are|be|new|newest|more|your|thanks|thank|again|everything|anything|something|stuff"
    "|things|world|out|up|going|everyone|quick|quickly|short|shortly|really|kindly|yes|no|not|ok|okay"
    "|from|with|anymore|longer|curious|wondering|wonder|question|lets|go|try|maybe|also|still|ever|im"
    "|ill|ive|am|so far|too|much|many|change|text|texts|ping|pings|write|miss|missed|days|hours|weeks"
    "|while|bit|lol|haha|wow|cool|man|guys|nah|nope|well|oh|ah|uh|um|hmm|ugh|sorry|dude|bro|omg|yep"
    "|yeah|yo|honestly|actually|speak|switch|answer",
)
# Translators: not shown: how words are spelt in chats, each with "=" and the word that is meant.
_SPELLINGS = pgettext(
    "understood",
    "u=you|ur=your|r=are|pls=please|plz=please|wat=what|wot=what|wats=whats|wut=what|ppl=people|thx=thanks"
    "|ty=thanks|bout=about|abt=about|gonna=going|wanna=want|gimme=give|lemme=let|tmrw=tomorrow|2day=today"
    "|sb=somebody|sth=something|cant=cannot|msgs=messages|msg=message|w=with|b4=before|theres=there is"
    "|heres=here is|wheres=where is|whens=when is|hows=how is|whys=why is|thats=that is|isnt=is not"
    "|arent=are not|wasnt=was not|werent=were not|doesnt=does not|didnt=did not|hasnt=has not|havent=have not"
    "|hadnt=had not|wont=will not|wouldnt=would not|couldnt=could not|shouldnt=should not|youre=you are"
    "|youve=you have|theyre=they are|theyve=they have|weve=we have|itll=it will|theyll=they will"
    "|youll=you will|whatre=what are|whove=who have|whod=who had|lets=let us",
)
# Translators: not shown: words by which something is not wanted: "no news from 22 to 7".
_DENYING = pgettext("understood", "no|not|nothing|never|none|dont|without")
# Translators: not shown: words that an apostrophe joins to the next one, each as it is then, with "=" and the
# whole word: French “d’Assad” and “qu’il” are "d=de|qu=que". If your language has none, leave it as it is.
_ELIDED = pgettext("apostrophe", "l=the|d=of")
# Translators: not shown: what an apostrophe joins to a name’s end: “Assad’s”. Add those of your language.
_ENDINGS = pgettext("apostrophe", "s")
# Translators: not shown: words that no search looks for, because they stand in every question or every text.
_SMALL = pgettext(
    "understood",
    "a|an|the|this|that|these|those|it|its|he|she|they|him|her|them|his|hers|their|theirs|we"
    "|us|our|i|me|my|you|your|and|or|but|if|so|than|then|as|of|in|on|at|to|for|from|by|with"
    "|about|into|over|after|before|during|between|up|down|out|off|under|near|because|while"
    "|until|since|against|through|not|no|nor|only|just|very|too|also|there|here|who|whom"
    "|whose|what|whats|which|when|where|why|how|whos|is|are|was|were|be|been|being|am|do|does"
    "|did|done|doing|has|have|had|having|will|would|can|could|should|shall|may|might|must|say"
    "|says|said|saying|tell|told|talk|talks|talking|think|thinks|happen|happens|happened"
    "|happening|going|go|went|get|got|give|show|find|know|knows|want|wants|make|made|let"
    "|please|some|any|all|many|much|more|most|few|other|another|such|each|every|own|same|new"
    "|news|latest|now|today|still|yet|again|ever|thing|things|something|anything|anyone"
    "|someone|somebody|anybody|one|ones|lot|kind|way|story|stories|article|articles|ok|like"
    "|really|actually|exactly|currently|recently|lately|im|ive|id|dont|didnt|isnt|wasnt|hi"
    "|hello|hey|thanks|yes|reason|mean|means|called|else|right|read|write|wrote|heard|hear"
    "|see|saw|come|came|don"
    "|update|updates|tomorrow|yesterday|next|last|ago|cannot|lol|stuff|bit|around|that|maybe|whether|nah|nope|well|oh|ah|uh"
    "|um|hmm|ugh|sorry|dude|bro|omg|yep|yeah|yo|honestly|instead|rather",
)


def vocabulary(language: Language) -> Vocabulary:
    """The words of the language and the English ones; what a catalogue lacks is English alone."""
    return _vocabulary(language, of_story=False)


def story_vocabulary(language: Language) -> Vocabulary:
    """The same of what is asked in reply to a story, of it."""
    return _vocabulary(language, of_story=True)


@lru_cache(maxsize=64)
def _vocabulary(language: Language, *, of_story: bool) -> Vocabulary:
    wishes, marks = _IN_A_STORY if of_story else _WISHES, _marks(language)
    english = {} if language is ENGLISH else _vocabulary(ENGLISH, of_story=of_story).phrases
    own = {name: _phrases(language, text, marks) for name, text in wishes.items()}
    known = _around(language)
    phrases = {
        name: tuple(dict.fromkeys(_spelt(phrase, known) for phrase in (*own[name], *english.get(name, ()))))
        for name in own
    }
    return replace(known, phrases=phrases)


def _spelt(phrase: str, known: Vocabulary) -> str:
    """The phrase as a message with its words is read."""
    return " ".join(known.spellings.get(word, word) for word in phrase.split())


@lru_cache(maxsize=64)
def _around(language: Language) -> Vocabulary:
    """What both vocabularies of a language share: all but the phrases."""
    marks = _marks(language)
    own = Vocabulary(
        phrases={},
        around=frozenset(_phrases(language, _AROUND, marks)),
        small=frozenset(_phrases(language, _SMALL, marks)),
        spellings=dict(_pairs(language, _SPELLINGS, marks)),
        denying=frozenset(_phrases(language, _DENYING, marks)),
        apostrophes=marks,
    )
    return own if language is ENGLISH else own | _around(ENGLISH)


def _marks(language: Language) -> Apostrophes:
    return Apostrophes(dict(_pairs(language, _ELIDED)), frozenset(_phrases(language, _ENDINGS)))


def _phrases(language: Language, text: Text, marks: Apostrophes = _NONE) -> tuple[str, ...]:
    phrases = (folded(phrase, marks) for phrase in language.say(text).split(PARTED))
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))


def _pairs(language: Language, text: Text, marks: Apostrophes = _NONE) -> Iterator[tuple[str, str]]:
    for pair in language.say(text).split(PARTED):
        spelt, _parting, meant = (folded(side, marks) for side in pair.partition("="))
        if spelt and meant:
            yield spelt, meant

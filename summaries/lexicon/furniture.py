"""Lines that are the page's and not the article's, by how they are worded.

Phrases in lower case with straight apostrophes; "…" stands for up to six words.
"""

from summaries.lexicon import phrases, words

# How the opening of another story ends that is cut short for a link to it.
TEASER_ENDS = (
    *("...more", "... more", "…more", "… more"),
    *("... read more", "… read more", "... continue reading"),
)

# Titles of lists of other stories; the lines below that are no sentences belong to them.
LISTS = phrases(
    """related|related topics|more on this story|more on this topic|related articles|related stories
    |related videos|related content|recommended|recommended for you|most read|most popular|most viewed
    |trending|trending now|editors' picks|editor's picks|top stories|latest news|you might also like
    |you may also like|you might be interested in|you may be interested in|more from the web
    |around the web|promoted stories|promoted content|sponsored content|sponsored links|more stories
    |more news|also read|read next|read more|up next|see also"""
)
LIST_OPENINGS = (
    "most read in ",
    "most viewed in ",
    "most popular in ",
    "more from ",
    "read more in ",
    "read more on ",
    "other stories",
    "other articles",
    "other opinion",
    "other columns",
    "other columnists",
)

# A line that holds nothing else, case and the marks at its end aside.
BUTTONS = LISTS | phrases(
    """share|continue reading below|press release|media release|news release|tweet|facebook|twitter
    |whatsapp|email|e-mail|print|comment|comments|copy link|copy-link|save|subscribe|menu|search
    |advertisement|advertising|ad|sponsored|home|login|log in|log-in|sign in|sign-in|sign up|sign-up
    |read more|more|continue reading|related topics|skip to content|skip to main content|back to top
    |next|previous|previous next|loading|loading comments|listen|world|news|politics|business|opinion
    |sport|sports|technology|tech|science|health|culture|entertainment|lifestyle|middle east|europe|asia
    |africa|americas|us|u.s.|uk|breaking news|latest|story continues below
    |story continues below advertisement|article continues below|article continues below advertisement
    |article continues after advertisement|story highlights|photo|photos|published|updated
    |for immediate release|close|fullscreen|full screen|thumbnails|slideshow|featured slide shows
    |recent slide shows|gallery|view gallery|view comments|show comments|leave a comment|leave a reply
    |post a comment|add a comment|post comment|join the conversation|join the discussion|paid content
    |newsletter|newsletters|newsletter signup|newsletter sign-up|unsubscribe|manage preferences
    |update preferences|manage settings|privacy policy|privacy notice|cookie policy|terms of use
    |terms of service|terms and conditions|terms & conditions|contact us|about us|accept|accept all
    |accept cookies|reject all|decline|cookie settings|view in browser|view in your browser|view online
    |forward to a friend|play|pause|mute|unmute|watch live|live|video|videos|featured|follow|follow us
    |following|reply|like|likes|get the app|download the app|ends|read the full story
    |read the full article|see all|view all|show more|load more|more on this story|top comments
    |hide caption|toggle caption|enlarge this image|image|caption|close caption|this story|this article
    |send to a friend|font size|text size|play video|watch video|paid post|partner content
    |share this article|share this story|share on facebook|share on twitter|related news
    |politics & government|arts & entertainment|account|my account|your account|sign out|log out|logout
    |register|deny|deny all|allow|allow all|allow selection|agree|agree and continue|more options|show details
    |manage cookies|cookie preferences|privacy settings|your privacy, your choice|your privacy choices
    |accessibility links|keyboard shortcuts|skip ad|weather|podcasts|e-paper|epaper|bookmark|article saved
    |save article|saved articles|gift this article|get in touch|show comments|report a typo
    |suggest a correction|report a correction|notes to editors|note to editors|local|breaking
    |getting your trinity audio player ready|this website uses cookies|donate|support us|obituaries
    |classifieds|puzzles|crosswords|today's paper|digital edition|print edition
    |after newsletter promotion|skip past newsletter promotion|key points
    |key takeaways|at a glance|in short"""
)

# Words of a row of buttons; one of NETWORKS must be among them.
NETWORKS = words("""
    share tweet facebook twitter whatsapp pinterest linkedin reddit telegram messenger flipboard
    instagram tumblr bluesky youtube tiktok snapchat email e-mail sms
""")
BUTTON_WORDS = NETWORKS | words("""
    x on via by with to this page article story print save copy link icon comment comments follow us
    threads and or & more button
""")

# Words of notices that ask leave for what a page stores on its readers' machines; several stand in each.
CONSENT = words("""
    cookies cookie consent device devices partners vendors browser browsing personalise personalize
    personalised personalized analytics analyse analyze advertising ads traffic preferences settings gdpr
    privacy data identifiers technologies
""")
ADDRESSING = words("we our us you your")

# What stands before a colon, the rest of the line being a link, a list or a note of the page.
LABELS = phrases(
    """weather|read more|read also|also read|read next|read this next|read|related|related news
    |related story|related stories|related article|related articles|related links|see also|see more|also see
    |more on this|more on this story|more on this topic|more|more news|more from …|more on …|most read
    |don't miss|recommended|recommended reading|in case you missed it|icymi|further reading|topics|topic
    |tags|tag|keywords|filed under|categories|share|share this|share this article|share this story|contact
    |contacts|media contact|media contacts|press contact|press contacts|trending|trending now|out of hours
    |media inquiries|media enquiries|press enquiries|press inquiries|for more information|our standards
    |source|sources|lire aussi|à lire aussi|leer más|lea también|lee también|leia também|leggi anche
    |mehr zum thema|lesen sie auch|more … news|sponsored|promoted|advertisement|advertorial|paid content
    |paid post|partner content|about the author|about the writer|up next|next up"""
)
# The same, where a headline may begin so: below the first words alone.
LABELS_BELOW = phrases(
    """published by|curated by|reported by|edited by|location|watch|watch more|watch now|watch live
    |watch below|listen|listen now|video|photos|gallery|in pictures|poll|quiz|correction|corrections
    |clarification|editor's note|editors' note|note to readers|note to editors|notes to editors|a correction
    |disclaimer|next article|previous article|next story|previous story|podcast|explainer|download|subscribe
    |follow|sign up|also watch|watch next|listen next|coming up|top story|must read|must-read|must watch
    |big read|the big read|long read|the long read|editor's pick|editors' pick|find out more|learn more
    |go deeper|dig deeper|story continues"""
)
# Of these, what a story may tell of in a sentence of its own; what was corrected is a note's.
LABELS_OF_PROSE = phrases("weather|source|sources|watch|poll|location|contact|video|photos|share|more")
# The same where no sentence follows: a story may tell "Background: the mill was sold in May."
LABELS_OF_LINKS = phrases(
    """analysis|comment|opinion|editorial|interview|profile|obituary|review|background|timeline|fact check
    |factbox|q&a|live|live blog|interactive|graphic|map|data|special report|in depth|exclusive|breaking
    |just in|flashback|archive|from the archive|recap|highlights|plus|next|meet|inside|trending|cartoon"""
)

# How lines open that speak to the reader of the page about the page, its letters and its subscriptions.
INVITATIONS = phrases(
    """previous next|thank you for signing up|thanks for signing up|there was an error|please try again
    |you've been signed up|you have been signed up|you have successfully|you received this
    |you are subscribed|already a subscriber|already have an account|already registered|are you a subscriber
    |become a member|become a subscriber|by clicking|by continuing to use|by entering your email
    |by providing your email|by signing up|by subscribing|by submitting|click here|click this link
    |click the link|click to|click on the|create an account|create a free account|don't miss the latest
    |don't miss out on the latest|don't have an account|download our|download the … app|email us
    |enter your email|feel free to send us|find us on|follow us|follow @|follow our|follow … on facebook
    |follow … on twitter|follow … on instagram|follow … on x|follow … on google news|follow … on whatsapp
    |follow … on tiktok|follow … on threads|follow … on bluesky|for all the latest|for the latest news
    |for the latest … news|for the latest … updates|for the latest … stories|for more news|for more stories
    |for more on this story|for more great|get all the latest|get breaking news|get instant access|get our
    |get the latest|get … in your inbox|get … by email|get … newsletter|get … delivered|get unlimited access
    |give us your feedback|got a news tip|got a story|got a tip|have a news tip|have a tip
    |have you got a story|have you got a tip|have your say|have a story for|if you're already a subscriber
    |if you are already a subscriber|if you enjoyed this|if you have a story|if you're on the … app
    |if you would like to receive|if you'd like to receive|if you're curious, you can read our
    |if you don't like our community|join our|join now|join the conversation|join the discussion
    |join the debate|join the … whatsapp|join … newsletter|join … community|keep up to date
    |keep up with the latest|learn more about our|let us know in the comments|like us on|like this story
    |listen to this|log in to continue|log in to read|log in to comment|never miss a|never miss our
    |please enable javascript|please log in|please login|please register to|please sign in|please subscribe
    |print this|read the latest|read more|read our privacy|see our privacy|send us your|send your letter
    |send your letters|send a letter to the editor|share this|share your thoughts|share your views
    |sign in to|sign up for|sign up to|sign up here|sign up now|sign up today|start your subscription
    |start your free trial|stay connected with|stay informed with|stay up to date|stay up-to-date|stay tuned
    |stay with us for|submit your letter|subscribe for|subscribe here|subscribe now|subscribe to
    |subscribe today|subscribe or log in|subscribers can|support independent journalism
    |support local journalism|support quality journalism|support our journalism|tell us what you think
    |tell us your|thank you for reading|thanks for reading|thank you for subscribing|this email was sent
    |this content is for subscribers|this content is only available|this article is for subscribers
    |this story is for subscribers|this article is available to subscribers|this site uses cookies
    |this website uses cookies|this site is protected by recaptcha|to continue reading|to keep reading
    |to leave a comment|to post a comment|to read more|to read the full|to read the rest|to get the latest
    |to leave our community|to subscribe|to unsubscribe|to view the full story|to view the full article
    |to view this|to watch this|to see this content|to play this video|this video cannot be played
    |this video can not be played|this content is not available|try … for free|view this email
    |view this in your browser|visit our website|want more from|want more news|turn on notifications
    |you have … free articles|you have … free article|you've read … free articles|enjoying this story
    |enjoying this article|become a supporter|make us your preferred|choose us as your|allow … content
    |this article includes content|trouble viewing this|having trouble viewing|can't see this email
    |hello and welcome|want to stay across|want to stay up to date|want to stay informed|embargoed until
    |embargoed to|strictly embargoed|stay updated with|start the day with a summary|start your day with our
    |get your local news|know more? contact|if you are affected by any|if you have been affected by any
    |if you've been affected by any|which stories should we|have thoughts on this|check out our
    |as a subscriber, you|play audio|do you have an opinion on|visited … times
    |if you buy something through|we may earn|i agree that … can send me|get the day's
    |please check the opt-in|want to join the conversation|want to read more|was this article helpful
    |we and our … partners|we and our partners|we have more newsletters|we use cookies|we use your sign-up
    |we value your privacy|we'd love to hear from you|we want to hear from you|we would love to hear
    |when you join … you'll get|when you subscribe|you are receiving this|you're receiving this
    |you can also follow|you can choose a $|you can unsubscribe|you can follow|you can find this story in
    |you have been subscribed|you have reached your limit|you have used all|you need to be logged in
    |you need to enable|you must be logged in|you'll receive daily|you'll receive our|you will receive our
    |your browser does not|your email address|your subscription|your support makes|your support helps
    |your contribution helps|first-time subscribers|need help? contact"""
)
# The same anywhere in a line; a line in quotation marks is somebody's and no page's.
INVITATIONS_WITHIN = phrases(
    """contact us by phone|contact us by email|contact us by e-mail|sign up to our|sign up for our
    |sign up to the|sign up here|our daily newsletter|our free newsletter|our newsletter
    |our whatsapp community|our whatsapp channel|scan the qr code|our privacy notice|our privacy policy
    |to your inbox|in your inbox|into your inbox|for subscribers only|apps for ios and android
    |app for ios and android|on the app store|on google play|subscribe now to|please subscribe or
    |by clicking here|click here to|click here for|click here if|to comment on this article|subscribe to our
    |subscribe to the newsletter|manage your preferences|update your preferences|unlimited digital access
    |unlimited access to|free sign up|in the comments below|to be considered for publication
    |in the comments section below
    |you can opt out at any time|cancel anytime|contact the editor here|our terms and privacy policy
    |your donation allows us|choose us as your trusted|our community members to special offers
    |letters to the editor via this form|this email in your browser|already a subscriber|opens in new window
    |opens in a new tab|opens in a new window"""
)

# How notes open that tell of the article as a piece of work: what was changed, where it stood first.
# "{piece}" stands for any of PIECES, "{changed}" for any of CHANGED; the news may tell of REPORTS.
PIECES = ("article", "story", "post", "piece", "column", "essay")
REPORTS = ("report", "interview", "transcript", "page")
CHANGED = (
    "updated",
    "corrected",
    "amended",
    "edited",
    "clarified",
    "changed",
    "condensed",
    "revised",
    "shortened",
)
NOTES = phrases(
    """this {piece} was {changed}|this {piece} has been {changed}|this {piece} was first published
    |this {piece} was first posted|this {piece} was first printed|this {piece} was last {changed}
    |this {piece} was originally|this {piece} was published|this {piece} was reprinted
    |this {piece} was produced|this {piece} was last modified|this {piece} was supported
    |this {piece} was translated|this {piece} was adapted|this {piece} was excerpted
    |this {piece} was reported|this {piece} was written|this {piece} has been translated
    |this {piece} has been adapted|this {piece} has been republished|this {piece} has been archived
    |this {piece} first appeared|this {piece} originally|this {piece} appeared|this {piece} appears
    |this {piece} is part of|this {piece} is developing|this {piece} contains affiliate links
    |this {piece} may contain affiliate links|an earlier version of this {piece}|a version of this {piece}
    |a previous version of this {piece}|the original version of this {piece}|this version corrects
    |this version adds|this version removes|this version updates|this version has been
    |this is a developing story|this is a breaking news story|this is an opinion|this conversation has been
    |this live blog has|this live blog is|this live page|this headline has been
    |an earlier version of the headline|the headline of this|originally published|first published
    |the views expressed in this|the views expressed are|the views expressed here
    |the opinions expressed in this|the opinions expressed are|views expressed in this
    |opinions expressed in this
    |all rights reserved|all content copyright|our standards|the associated press contributed
    |reuters contributed|afp contributed|agencies contributed"""
)
NOTES_OF_REPORTS = phrases(
    """this {report} was {changed}|this {report} has been {changed}|this {report} was first published
    |this {report} was originally published|this {report} was last {changed}|this {report} was last modified
    |this {report} first appeared|this {report} contains affiliate links
    |this {report} may contain affiliate links|an earlier version of this {report}
    |a previous version of this {report}|the original version of this {report}"""
)
# Openings of a line of credits; its other words are names.
CREDITS = phrases(
    """reporting by|additional reporting by|follow @|editing by|writing by|edited by|compiled by
    |produced by|with reporting by|with additional reporting by|with files from
    |with inputs from|illustration by|illustrations by|photographs by|photos by|text by|translated by
    |reporting and writing by"""
)
CREDIT_WORDS = words("""
    and by in with for of the additional reporting writing editing from at photos video graphics
    inputs agencies agency staff wires wire reports
""")
# The same anywhere in a line.
NOTES_WITHIN = phrases(
    """contributed to this report|contributed to this story|contributed to this article
    |contributed to the report|contributed reporting|contributed research|may not be published, broadcast
    |all rights reserved|follow him on|follow her on|follow them on|follow him at|follow her at|email him at
    |email her at|reach him at|reach her at|on twitter: @|on twitter at @|on twitter @|tweets at @|tweets @
    |on x at @|additional reporting by|follow @|this article was amended|this article was corrected"""
)

# Before an address or a number.
REACHED_AT = ("can be reached at", "may be reached at", "can be contacted at", "is on twitter at")

# Jobs of those who write, as a line under their name tells them.
DESKS = words("reporter correspondent editor writer desk bureau columnist staff contributor journalist wire")
# What they write of, or of which rank they are: "Games Editor", "Senior Health Reporter".
BEATS = words(
    """
    games gaming sport sports politics political health science business foreign world national international
    defence defense education technology tech environment climate arts culture music film tv travel royal
    crime court legal economics economy finance financial money consumer food fashion features entertainment
    showbiz lifestyle auto autos motoring religion security diplomatic parliamentary data investigations
    transport energy property
    senior chief deputy assistant associate managing executive special staff digital news live audience
    """
)
DESK_OWNERS = words("our the a from")

# What a page names where it names no writer, in lower case.
NO_WRITERS = phrases(
    """letters to the editor|letters|readers' letters|staff and news service reports|staff reports
    |staff report|staff and wire reports|from staff reports|from wire reports|wire reports
    |news service reports|admin|administrator|newsroom|web desk|webdesk|online desk|anonymous
    |guest|unknown|various|reuters|associated press|the associated press|ap|afp|pa media|bloomberg news
    |press association|agence france-presse|upi|xinhua|ani|pti|ians"""
)

# What stands before the colon in the head of a letter; the last word of a contact's label; a street's.
LETTER_FIELDS = words("from to subject date sent cc bcc reply-to")
CONTACTS = words("contact contacts inquiries enquiries")
STREETS = words("street st avenue ave road rd suite floor drive boulevard blvd lane square")

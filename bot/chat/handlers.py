"""What the bot does with updates: a file a family of commands, each handler parses, asks, replies.

add_language_finder(application, readers, door)     in whose language
add_gate(application, door, clock)                  who is answered at all
editing.add_editor_handlers(application, door, …)   in front: what is not an editor's goes on to the families
add_reading_handlers(application, desk, door, meeting)
add_subscriber_handlers(application, subscribers, …)
add_last_handlers(application, desk)                    unknown commands, and the error handler
"""

from collections.abc import Callable
from datetime import datetime

from telegram import Update
from telegram.ext import CommandHandler, TypeHandler

from bot.chat.access_gate import Door, Gate
from bot.chat.articles import ArticleHandlers
from bot.chat.choices import ChoiceHandlers
from bot.chat.faults import answer_fault
from bot.chat.forgetting import ForgettingHandlers
from bot.chat.interests import InterestHandlers
from bot.chat.meeting import MeetingHandlers
from bot.chat.membership import MembershipHandlers, ReturningHandlers
from bot.chat.plain_words import PlainWordsHandlers
from bot.chat.questions import QuestionCloser
from bot.chat.quotes import QuoteHandlers
from bot.chat.reader_language import LanguageFinder
from bot.chat.routes import AnyApplication
from bot.chat.saved import SavedHandlers
from bot.chat.sections import SectionHandlers
from bot.chat.settings import SettingsHandlers
from bot.chat.sharing import SharingHandlers
from bot.chat.start import UNKNOWN_COMMAND, LastHandlers, StartHandlers
from bot.chat.subscribing import SubscribingHandlers
from bot.chat.week import WeekHandlers
from bot.chat.whereabouts import WhereaboutsHandlers
from bot.chat.who import WhoHandlers
from bot.desks.cities import Gazetteer
from bot.desks.interests import InterestsDesk
from bot.desks.meeting import MeetingDesk
from bot.desks.plain_words import PlainWordsDesk
from bot.desks.reader_languages import ReaderLanguages
from bot.desks.reading import ReadingDesk
from bot.desks.subscribers import Subscribers
from bot.render.languages import Languages
from bot.store.chats.chats import Chats
from bot.store.processes.questions import OpenQuestions

__all__ = [
    "UNKNOWN_COMMAND",
    "add_gate",
    "add_language_finder",
    "add_last_handlers",
    "add_reading_handlers",
    "add_subscriber_handlers",
]

_FIRST = -20
_BEFORE_ALL = -10  # a handler group; the families stand in group 0
_BEFORE_FAMILIES = -5  # what the message answers is known before a handler is asked to take it
_RETURNING = 5  # a stopped chat comes back after the greeting, which lets in who brings an editor's code


def add_language_finder(application: AnyApplication, readers: ReaderLanguages, door: Door) -> None:
    """Has whatever is said from here on said in the language of the chat."""
    finder = LanguageFinder(readers, door.from_the_start)
    application.add_handler(TypeHandler(Update, finder), group=_FIRST)


def add_gate(application: AnyApplication, door: Door, clock: Callable[[], datetime]) -> None:
    """Lets only those ask whom the door lets in."""
    application.add_handler(TypeHandler(Update, Gate(door, clock)), group=_BEFORE_ALL)


def add_reading_handlers(application: AnyApplication, desk: ReadingDesk, meeting: MeetingDesk) -> None:
    """Adds everything that reads: start, help, brief, latest, week, search, who, quotes and their buttons."""
    reading = ArticleHandlers(desk), WeekHandlers(desk), WhoHandlers(desk), QuoteHandlers(desk)
    routes = [route for family in reading for route in family.all()]
    # Handlers are asked in turn: commands, which are most of what is asked, before many links and presses.
    application.add_handlers(sorted(routes, key=lambda route: not isinstance(route, CommandHandler)))
    for family in (SharingHandlers(desk), StartHandlers(meeting)):  # a link brings its action with /start
        application.add_handlers(list(family.all()))


def add_subscriber_handlers(
    application: AnyApplication,
    subscribers: Subscribers,
    interests: InterestsDesk,
    chats: Chats,
    door: Door,
    *,
    meeting: MeetingDesk,
    reading: ReadingDesk,
    gazetteer: Gazetteer,
    questions: OpenQuestions,
    clock: Callable[[], datetime],
    languages: Languages = Languages(),  # noqa: B008 - a frozen value
) -> None:
    """Adds what orders and ends editions, and what notices that the bot was let in or put out."""
    application.add_handler(TypeHandler(Update, QuestionCloser(questions)), group=_BEFORE_FAMILIES)
    application.add_handlers(list(ReturningHandlers(subscribers, door).all()), group=_RETURNING)
    families = (
        SubscribingHandlers(subscribers, clock),
        MeetingHandlers(meeting, gazetteer, questions),
        WhereaboutsHandlers(subscribers, gazetteer, questions),
        SettingsHandlers(subscribers, door, gazetteer, clock, languages, questions),
        InterestHandlers(interests, subscribers),
        ChoiceHandlers(interests, reading),
        SavedHandlers(interests),
        SectionHandlers(subscribers),
        ForgettingHandlers(subscribers),
        MembershipHandlers(chats, door, clock, ReaderLanguages(chats, languages, clock)),
    )
    for family in families:
        application.add_handlers(list(family.all()))


def add_last_handlers(application: AnyApplication, desk: PlainWordsDesk) -> None:
    """Adds what answers where no other handler does, and when one fails. Call it after all the others."""
    plain_words = PlainWordsHandlers(desk, lambda: application.handlers[0])
    application.add_handlers(list(plain_words.all()))
    application.add_handlers(list(LastHandlers(plain_words.answer).all()))
    application.add_error_handler(answer_fault)

"""Builders of articles as the reader would make them, without reading: for every test that needs some.

    an_analysis(headline="Talks open", quotes=(said("Bashar Assad", "The siege is over."),))

The text is written out of what is asked for, so that every span is a span of it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from bot.domain.articles import ArticleState, StoredArticle
from bot.store import Store
from bot.store.articles import states
from bot.store.articles.filing import FileStamp
from summaries.models import Action, Actor, ActorKind, Analysis, Article, Genre, Quote, QuoteKind, Span

NOON = datetime(2024, 4, 24, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A quotation to be written into an article."""

    words: str
    speaker: str | None
    kind: QuoteKind
    from_context: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """A clause to be written into an article."""

    agent: str
    verb: str
    patient: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An actor to be found in an article's text."""

    name: str
    kind: ActorKind = "person"
    aliases: tuple[str, ...] = ()
    description: str | None = None  # words of the text


def said(
    speaker: str | None, words: str, *, kind: QuoteKind = "direct", from_context: bool = False
) -> Saying:
    """`“Words,” said speaker.`, reported speech without marks; None: nobody named, bar from the context."""
    return Saying(words=words, speaker=speaker, kind=kind, from_context=from_context)


def did(agent: str, verb: str, patient: str) -> Doing:
    """`Agent verb patient.`"""
    return Doing(agent=agent, verb=verb, patient=patient)


def an_actor(
    name: str, *, kind: ActorKind = "person", aliases: Sequence[str] = (), description: str | None = None
) -> Person:
    """An actor whose mentions are wherever the text holds its names."""
    return Person(name=name, kind=kind, aliases=tuple(aliases), description=description)


def an_analysis(
    *,
    headline: str | None = "Aleppo cease-fire unravels",
    deck: str | None = None,
    byline: str | None = None,
    captions: Sequence[str] = (),
    sentences: Sequence[str] = ("The deal was back on.", "Buses waited at dawn.", "Shelling resumed."),
    actors: Sequence[Person | str] = (),
    quotes: Sequence[Saying] = (),
    actions: Sequence[Doing] = (),
    outlet: str | None = "The News",
    place: str | None = None,
    event_date: date | None = date(2016, 12, 14),
    page_date: date | None = None,
    published: str | None = None,
    terms: Sequence[str] = (),
    count: int = 3,
    language: str | None = "en",
    genre: Genre | None = None,
    analysed: bool = True,
    path: str = "article.txt",
    url: str | None = None,
    author: str | None = None,
    section: str | None = None,
) -> Analysis:
    """An analysis of a text with these parts. Whoever speaks or acts in it is an actor."""
    page = _Page(place)
    parts = [page.line(part) for part in (headline, deck, byline)]
    caption_spans = tuple(span for caption in captions if (span := page.line(caption)))
    found = [page.sentence(sentence) for sentence in sentences]
    placed = [(saying, page.saying(saying)) for saying in quotes]
    clauses = [(doing, page.sentence(f"{doing.agent} {doing.verb} {doing.patient}.")) for doing in actions]
    people = [person if isinstance(person, Person) else Person(name=person) for person in actors]
    people += _unnamed(people, quotes, actions)
    text = page.text
    article = Article(
        id=hashlib.sha256(" ".join(span.of(text) for span in page.body).encode()).hexdigest()[:32],
        path=path,
        text=text,
        headline=parts[0],
        deck=parts[1],
        byline=parts[2],
        dateline=page.dateline,
        outlet=outlet,
        captions=caption_spans,
        body=tuple(page.body),
        page_date=page_date,
        event_date=event_date,
        event_date_from="dateline" if event_date else None,
        published=published,
        language=language,
        genre=genre,
        url=url,
        author=author,
        section=section,
    )
    if not analysed:
        return Analysis(article=article, analysed=False)
    index = {name: at for at, person in enumerate(people) for name in (person.name, *person.aliases)}
    return Analysis(
        article=article,
        sentences=tuple(page.sentences),
        summary=tuple(found[:count]),
        actors=tuple(_actor(person, text, rank) for rank, person in enumerate(people)),
        quotes=tuple(_quote(saying, at, text, index) for saying, at in placed),
        actions=tuple(_action(doing, at, text, index) for doing, at in clauses),
        terms=tuple(terms),
    )


async def a_stored_article(
    store: Store,
    analysis: Analysis | None = None,
    *,
    path: str = "article.txt",
    state: ArticleState = ArticleState.LIVE,
    now: datetime = NOON,
) -> StoredArticle:
    """Files the analysis as if it had been read from that file, and gets what the store made of it."""
    filed = await store.articles.file(analysis or an_analysis(), stamp=a_stamp(path), state=state, now=now)
    return await store.articles.get(filed.article_id)


async def embargo(store: Store, article_id: int, not_before: datetime | None, *, now: datetime) -> None:
    """The article is public from that moment on; None lifts an embargo as if there had been none."""
    await store.database.write_in_turn(
        lambda connection: states.set_embargo(connection, article_id, not_before, now=now)
    )


def a_stamp(path: str, *, modified_ns: int = 1, reader: str = "1") -> FileStamp:
    """A file as the newsroom saw it."""
    return FileStamp(path=path, size=1, modified_ns=modified_ns, reader=reader)


@dataclass
class _Page:
    """A text that grows, and where its parts came to stand."""

    place: str | None
    text: str = ""
    body: list[Span] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    dateline: Span | None = None

    def line(self, words: str | None) -> Span | None:
        return None if words is None else self._write(words)

    def sentence(self, words: str) -> Span:
        opening = ""
        if self.place and self.dateline is None:
            opening = f"{self.place} — "
        paragraph = self._write(opening + words)
        if opening:
            self.dateline = Span(paragraph.start, paragraph.start + len(self.place or ""))
        self.body.append(paragraph)
        span = Span(paragraph.start + len(opening), paragraph.end)
        self.sentences.append(span)
        return span

    def saying(self, saying: Saying) -> Span:
        """The span of the sentence; see `_quote` for what stands where in it."""
        words = saying.words.rstrip(".")
        if saying.speaker is None or saying.from_context:
            return self.sentence(f"“{saying.words}”")
        if saying.kind == "indirect":
            return self.sentence(f"{saying.speaker} said {words}.")
        if saying.kind == "mixed":
            return self.sentence(f"{saying.speaker} said it was “{words}.”")
        return self.sentence(f"“{words},” {saying.speaker} said.")

    def _write(self, words: str) -> Span:
        self.text += "\n\n" if self.text else ""
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))


def _unnamed(people: Sequence[Person], quotes: Sequence[Saying], actions: Sequence[Doing]) -> list[Person]:
    names = {name for person in people for name in (person.name, *person.aliases)}
    wanted = [saying.speaker for saying in quotes] + [
        name for doing in actions for name in (doing.agent, doing.patient)
    ]
    return [Person(name=name) for name in dict.fromkeys(wanted) if name and name not in names]


def _actor(person: Person, text: str, rank: int) -> Actor:
    return Actor(
        name=person.name,
        kind=person.kind,
        aliases=person.aliases,
        description=_find(person.description, text) if person.description else None,
        mentions=tuple(sorted(span for name in (person.name, *person.aliases) for span in _all(name, text))),
        weight=1 / (rank + 2),
    )


def _quote(saying: Saying, sentence: Span, text: str, index: dict[str, int]) -> Quote:
    actor = index[saying.speaker] if saying.speaker else None
    if saying.speaker is None or saying.from_context:
        return Quote(kind="direct", content=(sentence,), verbatim=(sentence,), actor=actor)
    cue = _find("said", text, inside=sentence)
    speaker = _find(saying.speaker, text, inside=sentence)
    opening, closing = text.find("“", *sentence), text.find("”", *sentence)
    if saying.kind == "indirect":
        return Quote(
            kind="indirect",
            content=(Span(cue.end + 1, sentence.end - 1),),
            cue=cue,
            speaker=speaker,
            actor=actor,
        )
    marked = Span(opening, closing + 1)
    content = Span(cue.end + 1, marked.end) if saying.kind == "mixed" else marked
    return Quote(
        kind=saying.kind, content=(content,), verbatim=(marked,), cue=cue, speaker=speaker, actor=actor
    )


def _action(doing: Doing, sentence: Span, text: str, index: dict[str, int]) -> Action:
    return Action(
        sentence=sentence,
        verb=_find(doing.verb, text, inside=sentence),
        agent=index[doing.agent],
        patient=index[doing.patient],
    )


def _find(words: str, text: str, *, inside: Span | None = None) -> Span:
    start = text.index(words, *(inside or (0, len(text))))
    return Span(start, start + len(words))


def _all(words: str, text: str) -> list[Span]:
    found, start = [], text.find(words)
    while start >= 0:
        found.append(Span(start, start + len(words)))
        start = text.find(words, start + len(words))
    return found

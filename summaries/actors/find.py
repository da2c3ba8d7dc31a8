"""Doc → Cast: names, then groups and states, then who they are, then pronouns."""

from spacy.tokens import Doc, Token

from summaries.actors.acting import head, is_party, is_subject
from summaries.actors.bodies import join_bodies
from summaries.actors.cast import Cast, Reference
from summaries.actors.descriptions import describe, opening
from summaries.actors.drafts import ActorDraft, Hit
from summaries.actors.figures import Figure
from summaries.actors.gathering import Gathering, headline_names
from summaries.actors.groups import draft_groups
from summaries.actors.hearing import contested, hear
from summaries.actors.invented import is_invented
from summaries.actors.kinds import kind_of
from summaries.actors.looks import Look
from summaries.actors.names import Name, find_names
from summaries.actors.naming import called
from summaries.actors.nouns import find_nouns
from summaries.actors.page import Line, MarkedText, Part, mark_text
from summaries.actors.pronouns import Resolver
from summaries.actors.roles import Roles
from summaries.actors.standing import is_some_of_them
from summaries.actors.states import draft_states
from summaries.actors.strangers import Stranger, find_strangers
from summaries.actors.weights import weigh
from summaries.lexicon.sexes import is_given_name
from summaries.models import Actor, Article, Span

_DESCRIBED = ("person", "organization")


def find_actors(doc: Doc, article: Article) -> Cast:
    """Everybody who acts or speaks in the article, heaviest first."""
    page = mark_text(doc, article)
    drafts, unclear = _draft(page)
    described = [
        describe(page, draft.hits, person=draft.kind == "person") if draft.kind in _DESCRIBED else None
        for draft in drafts
    ]
    _resolve(page, drafts, find_strangers(page, drafts, described, unclear))
    weights = weigh(page, drafts, described)
    order = sorted(range(len(drafts)), key=lambda number: (-weights[number], drafts[number].hits[0].start))
    actors = tuple(_actor(page, drafts[number], described[number], weights[number]) for number in order)
    references = sorted(
        (
            Reference(
                mention=_span(page, hit.start, hit.end), phrase=_span(page, hit.opens, hit.end), actor=place
            )
            for place, number in enumerate(order)
            for hit in drafts[number].hits
        ),
        key=lambda reference: (reference.mention, reference.actor),
    )
    return Cast(actors=actors, references=tuple(references))


def _resolve(page: MarkedText, drafts: list[ActorDraft], strangers: list[Stranger]) -> None:
    """Adds the pronouns and descriptions; a second walk knows who the first heard is a he or a she."""
    resolver = Resolver(page, drafts, Roles(page, drafts, strangers), strangers)
    found = resolver.run()
    resolver.contested = contested(drafts, resolver.telling)
    if hear(drafts, resolver.telling, resolver.contested) or resolver.contested:
        found = resolver.run()
    for number, hit in found:
        drafts[number].hits.append(hit)


def _draft(page: MarkedText) -> tuple[list[ActorDraft], list[Name]]:
    """The actors before any pronoun, and the names of which nobody can tell whose they are."""
    names = find_names(page)
    gathering = Gathering(page, names)
    _add_headlines(page, gathering)
    drafts: list[ActorDraft] = []
    others: list[Name] = []
    for figure in gathering.figures:
        if figure.look is Look.PERSON and is_invented(page, figure.names, sports=gathering.sports):
            gathering.open += figure.names
            continue
        draft = _of_figure(page, figure, sports=gathering.sports)
        if draft is not None:
            drafts.append(draft)
        elif figure.look in (Look.PLACE, Look.PEOPLE):
            others += figure.names
    nouns = find_nouns(page)
    drafts += draft_states(page, others, nouns) + list(join_bodies(page, drafts, draft_groups(page, nouns)))
    return drafts, gathering.open


def _add_headlines(page: MarkedText, gathering: Gathering) -> None:
    """Headlines, captions and lines of capitals: a name there counts if the body knows it."""
    body, nowhere, capitals = Part.BODY, Part.NONE, Line.CAPITALS
    tokens = [
        index
        for index, (part, line) in enumerate(zip(page.part, page.line, strict=True))
        if (line is capitals if part is body else part is not nowhere)
    ]
    for start, end, home in headline_names(page, gathering, tokens):
        figure = gathering.figures[home]
        if figure.names:
            # "Joel Embiid", who is Embiid in the body.
            lone = figure.look is Look.PERSON and all(len(form) == 1 for form in figure.forms)
            first = start - (lone and _is_given_name(page, start - 1))
            key = tuple(word.casefold() for word in page.words[first:end])
            figure.names.append(Name(start=first, end=end, key=key, look=figure.look))


def _is_given_name(page: MarkedText, index: int) -> bool:
    """Whether the pipeline, too, takes the word for the front of the name behind it."""
    front, family = page.doc[index], page.doc[index + 1]
    known = is_given_name(front.lower_) or _is_told(page, front)
    same = front.ent_type_ == family.ent_type_ == "PERSON" and family.ent_iob_ == "I"
    return index >= 0 and known and same and page.part[index] is page.part[index + 1]


def _is_told(page: MarkedText, front: Token) -> bool:
    """Whether a deck has the whole name: but for its first word, a capital is a name's there."""
    deck = page.article.deck
    whole = front.ent_iob_ == "B" and front.is_title and front.nbor().is_title
    return whole and deck is not None and deck.start < front.idx < deck.end


def _of_figure(page: MarkedText, figure: Figure, *, sports: bool) -> ActorDraft | None:
    """The figure as an actor; None where it is a place, a thing, or too little to be sure of."""
    if not figure.names:
        return None
    if figure.look is Look.PEOPLE:
        figure.names = [name for name in figure.names if not is_some_of_them(page, name.start, name.end)]
        if not figure.names:
            return None
    hits = [_hit(page, name) for name in sorted(figure.names, key=lambda name: name.start)]
    kind = kind_of(page, figure, hits, sports=sports)
    if kind is None:
        return None
    former = frozenset(" ".join(key) for key in figure.former)
    if kind != "person":
        return ActorDraft(kind=kind, hits=hits, former=former)
    return ActorDraft(kind=kind, hits=hits, female=figure.female, guessed=not figure.told, former=former)


def _hit(page: MarkedText, name: Name) -> Hit:
    word = head(page, name.start, name.end)
    acts = page.part[name.start] is Part.BODY and (is_subject(word) or is_party(word))
    return Hit(start=name.start, end=name.end, opens=opening(page, name.start, name.end), acts=acts)


def _actor(page: MarkedText, draft: ActorDraft, described: tuple[int, int] | None, weight: float) -> Actor:
    draft.hits.sort(key=lambda hit: (hit.start, hit.end))
    spans = [_span(page, hit.start, hit.end) for hit in draft.hits]
    name, aliases = called(page, draft, spans)
    return Actor(
        name=name,
        kind=draft.kind,
        aliases=aliases,
        description=None if described is None else _span(page, *described),
        mentions=tuple(spans),
        weight=round(weight, 4),
    )


def _span(page: MarkedText, start: int, end: int) -> Span:
    """From word to word: a no-break space is a token of its own."""
    while end - start > 1 and page.doc[end - 1].is_space:
        end -= 1
    while end - start > 1 and page.doc[start].is_space:
        start += 1
    last = page.doc[end - 1]
    return Span(page.doc[start].idx, last.idx + len(last))

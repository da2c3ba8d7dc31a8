"""What an actor is called: of all the forms that mean it, the full one that the article says most."""

from collections import Counter
from collections.abc import Sequence

from summaries.actors.drafts import ActorDraft, Hit
from summaries.actors.joints import MARKS
from summaries.actors.page import MarkedText, Part
from summaries.actors.standing import is_beside_noun
from summaries.lexicon.given import GIVEN
from summaries.lexicon.groups import QUANTITIES
from summaries.lexicon.people import PARTICLES, SUFFIXES
from summaries.models import Span

_LONGEST_LETTERS = 3  # "DJ", "J.B.", "SNP": more capitals in a row are shouted
_NO_NAME = frozenset(("CD", "JJS", "JJR", "WDT", "WP$", "VBD"))


def called(page: MarkedText, draft: ActorDraft, spans: Sequence[Span]) -> tuple[str, tuple[str, ...]]:
    """The actor's name and its other forms, in text order; `spans` are those of the draft's hits."""
    text = page.article.text
    nouns = _by_nouns(page, draft)
    if draft.name is not None and draft.kind != "state":
        return draft.name, tuple(form for key, form in nouns.items() if key != draft.name.casefold())
    said = [
        (_written(draft, span.of(text)), page.quoted[hit.start])
        for span, hit in zip(spans, draft.hits, strict=True)
        if not (hit.pronoun or hit.core is not None)
        and page.part[hit.start] is Part.BODY
        and not page.is_capitals(hit.start)
        if draft.name is None or not _is_passing(page, hit)
    ]
    if draft.kind == "person" and not any(" " in form for form, _ in said):
        said += [(form, False) for form in _of_headline(page, draft, spans)]
    forms = list(
        dict.fromkeys(
            f"the {form[4:]}" if form.startswith("The ") else form
            for form in [form for form, _ in said] or [spans[0].of(text)]
        )
    )
    outside = [form for form, quoted in said if not quoted] or [form for form, _ in said]
    now = [form for form in forms if form.casefold() not in draft.former | _of_things(page, draft, spans)]
    name = draft.name or _fullest([form for form in now if form in outside] or now or forms, outside, draft)
    others: dict[str, str] = {}
    for form in (*forms, *nouns.values()):
        others.setdefault(form.casefold(), form)
    return name, tuple(form for key, form in others.items() if key != name.casefold())


def _of_things(page: MarkedText, draft: ActorDraft, spans: Sequence[Span]) -> set[str]:
    """ "Quay Atlas" of "the Quay Atlas manager", in a text that calls the house Quay."""
    if draft.kind != "organization":
        return set()
    named = [
        (hit, span.of(page.article.text).casefold()) for hit, span in zip(draft.hits, spans, strict=True)
    ]
    counts = Counter(form for _, form in named)
    return {
        form
        for hit, form in named
        if counts[form] == 1 and counts[form.split()[0]] > 2 and is_beside_noun(page, hit)
    }


def _by_nouns(page: MarkedText, draft: ActorDraft) -> dict[str, str]:
    """What nouns call it, by small letters: without article, number and adjective, by a capital once."""
    forms: dict[str, str] = {}
    for hit in draft.hits:
        if hit.core is not None:
            last = page.doc[hit.end - 1]
            form = " ".join(page.article.text[page.doc[hit.core].idx : last.idx + len(last)].split())
            forms.setdefault(form.casefold(), form)
    return forms


def _of_headline(page: MarkedText, draft: ActorDraft, spans: Sequence[Span]) -> list[str]:
    """The full names of a headline or a caption, where the body has the family name alone."""
    return [
        span.of(page.article.text)
        for span, hit in zip(spans, draft.hits, strict=True)
        if page.part[hit.start] in (Part.HEADLINE, Part.CAPTION)
        and hit.end - hit.start > 1
        and not hit.pronoun
    ]


def _written(draft: ActorDraft, form: str) -> str:
    """A person's name without the capitals that a story opens with: "GRETA Norman"."""
    if draft.kind != "person" or " " not in form:
        return form
    letters = _LONGEST_LETTERS - form.isupper()  # of "TOM RAY", "TOM" is no Tom's initials
    return " ".join(
        word.title() if word.isupper() and len(word.strip(".")) > letters else word
        for word in form.split(" ")
    )


def _fullest(forms: Sequence[str], said: Sequence[str], draft: ActorDraft) -> str:
    """A house's form of most words; a person's of a given and a family name that is said most."""
    counts = Counter(said)
    given = GIVEN if draft.kind == "person" else frozenset[str]()  # "Ada", who is "Miss Corder", too
    longest = max(forms, key=lambda form: (len(_bare(form)), form.casefold() in given, counts[form]))
    if draft.kind != "person":
        return longest
    families = {_family(longest)} | {form.casefold() for form in forms if " " not in form}
    full = [form for form in forms if _has_given_name(form) and _family(form) in families]
    plain = {_ends(form) for form in full if MARKS.isdisjoint(form)}
    full = [form for form in full if MARKS.isdisjoint(form) or _ends(form) not in plain]
    return max(full, key=lambda form: (counts[form], len(form.split())), default=longest)


def _ends(form: str) -> tuple[str, str]:
    """First and last word: of "Leon “Tank” Orme", the same as of "Leon Orme"."""
    words = form.split()
    return words[0], words[-1]


def _has_given_name(form: str) -> bool:
    first, *others = [word for word in form.split() if word.casefold().rstrip(".") not in SUFFIXES] or [form]
    return bool(others) and first.casefold() not in PARTICLES


def _family(form: str) -> str:
    return (_bare(form) or [form])[-1]


def _bare(form: str) -> list[str]:
    """Its words without suffixes: "Tom Jnr" is a given name alone."""
    return [word for word in form.casefold().split() if word.rstrip(".") not in SUFFIXES]


def _is_passing(page: MarkedText, hit: Hit) -> bool:
    """ "his government", "44 delegates", "some voters": right where it stands, and no name."""
    first = page.doc[hit.start]
    counted = first.tag_ in _NO_NAME or first.lower_ in QUANTITIES
    return counted or any(page.doc[index].tag_ in ("PRP$", "POS") for index in range(hit.start, hit.end))

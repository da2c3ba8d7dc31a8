"""Whose a name is, over articles: whatever their order, through revisions, and as editors say."""

from collections.abc import Sequence

import pytest

from bot.domain.articles import ArticleState
from bot.domain.editing import Decision
from bot.store import Store
from tests.bot.library import NOON, Person, a_stamp, a_stored_article, an_actor, an_analysis, said

EDITOR = 7
ASSAD = an_actor("Bashar Assad", aliases=["Assad"])
ASMA = an_actor("Asma Assad", aliases=["Assad"])
Cast = Sequence[Person | str]


async def file(store: Store, *casts: tuple[str, Cast], path: str | None = None) -> None:
    """An article a cast; its text is said first, and names what the clues stand beside."""
    for text, cast in casts:
        analysis = an_analysis(headline=text, sentences=[text], actors=cast)
        await a_stored_article(store, analysis, path=path or f"{text}.txt")


async def actors(store: Store) -> list[tuple[str, ...]]:
    """Every actor of live articles as the names that articles write of it."""
    entries, _ = await store.actors.ranking(50)
    joinings = [await store.joins.of(entry.id) for entry in entries]
    return sorted(tuple(sorted(one.name for one in found.names)) for found in joinings if found)


async def number(store: Store, name: str) -> int:
    """The actor who is shown by this very name."""
    entries, _ = await store.actors.ranking(50)
    (found,) = [entry.id for entry in entries if entry.name == name]
    return found


async def counts(store: Store) -> list[tuple[str, int]]:
    entries, _ = await store.actors.ranking(50)
    return sorted((entry.name, entry.articles) for entry in entries)


BASHAR_ONE = ("Bashar Assad spoke.", [ASSAD])
ASMA_ONE = ("Asma Assad spoke.", [ASMA])
LONE = ("Assad left.", ["Assad"])
BAKER = ("John Smith, a baker, came.", [an_actor("John Smith", description="a baker")])

ANY_ORDER = [
    pytest.param([BASHAR_ONE, LONE], [("Assad", "Bashar Assad")], id="a surname that one bears"),
    pytest.param(
        [BASHAR_ONE, ASMA_ONE, LONE],
        [("Asma Assad",), ("Assad",), ("Bashar Assad",)],
        id="a surname that two bear",
    ),
    pytest.param(
        [("John Kerry spoke.", ["John Kerry"]), ("J. Kerry left.", ["J. Kerry"])],
        [("J. Kerry", "John Kerry")],
        id="an initial that one name agrees with",
    ),
    pytest.param(
        [("John Kerry", ["John Kerry"]), ("James Kerry", ["James Kerry"]), ("J. Kerry", ["J. Kerry"])],
        [("J. Kerry",), ("James Kerry",), ("John Kerry",)],
        id="an initial that two names agree with",
    ),
    pytest.param(
        [("One", ["George W. Bush"]), ("Two", ["George H. W. Bush"]), ("Three", ["George Bush"])],
        [("George Bush",), ("George H. W. Bush",), ("George W. Bush",)],
        id="a middle name that tells two apart",
    ),
    pytest.param(
        [BAKER, ("Judge Smith sat.", [an_actor("Smith", description="Judge")])],
        [("John Smith",), ("Smith",)],
        id="a surname with another title",
    ),
    pytest.param(
        [BAKER, ("Smith, the baker, sat.", [an_actor("Smith", description="the baker")])],
        [("John Smith", "Smith")],
        id="a surname with the same description",
    ),
    pytest.param(
        [BAKER, ("Mrs. Smith sat.", ["Smith"])],
        [("John Smith",), ("Smith",)],
        id="a surname with an honorific that is not his",
    ),
    pytest.param(
        [("Anna Clay ran. Mrs. Clay won.", [an_actor("Anna Clay", aliases=["Clay"])]),
         ("Mrs. Clay sat.", ["Clay"])],
        [("Anna Clay", "Clay")],
        id="a surname with the honorific that is hers",
    ),
    pytest.param(
        [BAKER, LONE, ("Judge Smith sat.", [an_actor("Smith", description="Judge")]), ("Smith", ["Smith"])],
        [("Assad",), ("John Smith", "Smith"), ("Smith",)],
        id="a clue of one article says nothing of another",
    ),
    pytest.param(
        [("Bashar Assad met Assad.", [ASSAD, "Assad"]), LONE],
        [("Assad",), ("Assad", "Bashar Assad")],
        id="two that one article tells apart",
    ),
    pytest.param(
        [("Neymar, the striker", [an_actor("Neymar", description="the striker")]), ("Neymar", ["Neymar"])],
        [("Neymar", "Neymar")],
        id="one name that is the whole name, described once",
    ),
    pytest.param(
        [("Acme fell.", [an_actor("Acme Inc", kind="organization", aliases=["Acme"])]),
         ("Acme rose.", [an_actor("Acme", kind="organization")])],
        [("Acme", "Acme Inc")],
        id="a house with and without its suffix",
    ),
    pytest.param(
        [BASHAR_ONE, ("The Assad group.", [an_actor("Assad", kind="group")])],
        [("Assad",), ("Bashar Assad",)],
        id="another kind",
    ),
]  # fmt: skip


@pytest.mark.parametrize("turned", [0, 1, 2, -1], ids=["as told", "turned by one", "by two", "reversed"])
@pytest.mark.parametrize(("articles", "found"), ANY_ORDER)
async def test_order_of_articles_makes_no_difference(
    one_store: Store, articles: list[tuple[str, Cast]], found: list[tuple[str, ...]], turned: int
) -> None:
    await file(one_store, *(reversed(articles) if turned < 0 else articles[turned:] + articles[:turned]))
    assert await actors(one_store) == found


async def test_name_with_and_without_arabic_article_is_one(store: Store) -> None:
    await file(store, BASHAR_ONE, ("Bashar al-Assad left.", ["Bashar al-Assad"]))
    assert await counts(store) == [("Bashar Assad", 2)]


async def test_second_bearer_takes_the_surname_from_the_first(store: Store) -> None:
    await file(store, BASHAR_ONE, LONE)
    assert await counts(store) == [("Bashar Assad", 2)]
    await file(store, ASMA_ONE)
    assert await counts(store) == [("Asma Assad", 1), ("Assad", 1), ("Bashar Assad", 1)]


async def test_revision_that_names_another_frees_the_surname(store: Store) -> None:
    await file(store, BASHAR_ONE, LONE)
    await file(store, ASMA_ONE)
    await file(store, ("Anna Clay spoke.", ["Anna Clay"]), path="Asma Assad spoke..txt")
    assert await counts(store) == [("Anna Clay", 1), ("Bashar Assad", 2)]


async def test_revision_that_gives_the_full_name_is_heard(store: Store) -> None:
    await file(store, BASHAR_ONE, ("Assad left.", ["Assad"]))
    await file(
        store, ("Hafez Assad left.", [an_actor("Hafez Assad", aliases=["Assad"])]), path="Assad left..txt"
    )
    assert await counts(store) == [("Bashar Assad", 1), ("Hafez Assad", 1)]


async def test_removed_bearer_leaves_the_surname_by_itself(store: Store) -> None:
    await file(store, BASHAR_ONE, LONE)
    await file(store, ("Nobody spoke.", []), path="Bashar Assad spoke..txt")
    assert await counts(store) == [("Assad", 1)]


async def test_follower_of_a_surname_follows_its_bearer(store: Store) -> None:
    await file(store, LONE)
    lone = await number(store, "Assad")
    await file(store, BASHAR_ONE)
    assert (await store.actors.find(lone)).name == "Bashar Assad"


# ------------------------------------------------------------------ editors


async def test_editor_sees_how_an_actor_came_together(store: Store) -> None:
    await file(store, BASHAR_ONE, LONE, ("B. Assad sat.", ["B. Assad"]), ("Hafez", ["Bashar Hafez"]))
    assad = await number(store, "Bashar Assad")
    await store.joins.join(await number(store, "Bashar Hafez"), assad, by=EDITOR, now=NOON)
    found = await store.joins.of(assad)
    assert found is not None
    assert [(one.name, one.why, one.articles, [h.headline for h in one.newest]) for one in found.names] == [
        ("Bashar Assad", "own", 1, ["Bashar Assad spoke."]),
        ("Assad", "surname", 1, ["Assad left."]),
        ("B. Assad", "agrees", 1, ["B. Assad sat."]),
        ("Bashar Hafez", "editor", 1, ["Hafez"]),
    ]


async def part(store: Store, actor: str, name: str) -> None:
    found = await store.joins.of(await number(store, actor))
    assert found is not None
    (id_,) = [one.actor_id for one in found.names if one.name == name]
    assert await store.joins.part(id_, by=EDITOR, now=NOON) is not None


async def test_parted_surname_stays_parted_through_readings_and_revisions(store: Store) -> None:
    await file(store, BASHAR_ONE, LONE)
    await part(store, "Bashar Assad", "Assad")
    parted = [("Assad", 1), ("Bashar Assad", 1)]
    assert await counts(store) == parted
    analysis = an_analysis(headline="Assad left.", sentences=["Assad left."], actors=["Assad", "Ada Berg"])
    await store.articles.file(
        analysis, stamp=a_stamp("Assad left..txt", reader="2"), state=ArticleState.LIVE, now=NOON
    )
    assert await counts(store) == [("Ada Berg", 1), *parted]
    await file(store, ("Assad left late.", ["Assad"]), path="Assad left..txt")
    assert await counts(store) == parted
    await file(store, ("Nobody left.", []), path="Assad left..txt")
    await file(store, LONE)
    assert await counts(store) == parted


async def test_parted_name_can_be_joined_again_and_parted_again(store: Store) -> None:
    await file(store, BASHAR_ONE, LONE)
    await part(store, "Bashar Assad", "Assad")
    lone, assad = await number(store, "Assad"), await number(store, "Bashar Assad")
    assert await store.joins.join(lone, assad, by=EDITOR, now=NOON) is not None
    assert await counts(store) == [("Bashar Assad", 2)]
    await part(store, "Bashar Assad", "Assad")
    assert await counts(store) == [("Assad", 1), ("Bashar Assad", 1)]


async def test_join_by_an_editor_is_kept_through_revisions_of_both_articles(store: Store) -> None:
    hafez = ("Bashar Hafez sat.", ["Bashar Hafez"])
    await file(store, BASHAR_ONE, hafez)
    one, other = await number(store, "Bashar Hafez"), await number(store, "Bashar Assad")
    assert await store.joins.join(one, other, by=EDITOR, now=NOON) is not None
    for text in ("Bashar Assad spoke.", "Bashar Hafez sat."):
        await file(store, ("Nobody at all. " + text, []), path=f"{text}.txt")
    assert await counts(store) == []
    await file(store, BASHAR_ONE, hafez)
    assert await counts(store) == [("Bashar Assad", 2)]
    await part(store, "Bashar Assad", "Bashar Hafez")
    assert await counts(store) == [("Bashar Assad", 1), ("Bashar Hafez", 1)]


async def test_names_go_with_the_actor_that_is_joined_and_come_back_with_it(store: Store) -> None:
    await file(store, BASHAR_ONE, ("One", ["John Clay"]), ("Two", ["J. Clay"]), ("Three", ["Clay"]))
    clay, assad = await number(store, "John Clay"), await number(store, "Bashar Assad")
    await store.joins.join(clay, assad, by=EDITOR, now=NOON)
    assert await actors(store) == [("Bashar Assad", "Clay", "J. Clay", "John Clay")]
    assert await counts(store) == [("Bashar Assad", 4)]
    await store.joins.part(clay, by=EDITOR, now=NOON)
    assert await actors(store) == [("Bashar Assad",), ("Clay", "J. Clay", "John Clay")]
    assert await counts(store) == [("Bashar Assad", 1), ("John Clay", 3)]


async def test_two_joined_bearers_are_one_candidate_for_their_surname(store: Store) -> None:
    await file(store, BASHAR_ONE, ASMA_ONE, LONE)
    asma, bashar = await number(store, "Asma Assad"), await number(store, "Bashar Assad")
    await store.joins.join(asma, bashar, by=EDITOR, now=NOON)
    assert await counts(store) == [("Bashar Assad", 3)]
    await store.joins.part(asma, by=EDITOR, now=NOON)
    assert await counts(store) == [("Asma Assad", 1), ("Assad", 1), ("Bashar Assad", 1)]


async def test_parted_full_name_is_a_candidate_of_its_own(store: Store) -> None:
    await file(store, ("One", ["John Kerry"]), ("Two", ["J. Kerry"]), ("Three", ["Kerry"]))
    await part(store, "John Kerry", "J. Kerry")
    assert await actors(store) == [("J. Kerry",), ("John Kerry",), ("Kerry",)]


async def test_parting_holds_where_the_rules_have_come_to_say_what_the_editor_said(store: Store) -> None:
    await file(store, BASHAR_ONE, ASMA_ONE, LONE)
    lone, assad = await number(store, "Assad"), await number(store, "Bashar Assad")
    await store.joins.join(lone, assad, by=EDITOR, now=NOON)
    await file(store, ("Nobody spoke.", []), path="Asma Assad spoke..txt")
    await part(store, "Bashar Assad", "Assad")
    assert await counts(store) == [("Assad", 1), ("Bashar Assad", 1)]


async def test_what_editors_join_and_part_is_written_down(store: Store) -> None:
    await file(store, BASHAR_ONE, LONE)
    lone = 2
    await store.joins.part(lone, by=EDITOR, now=NOON)
    await store.joins.join(lone, 1, by=EDITOR, now=NOON)
    assert await store.joins.join(lone, 1, by=EDITOR, now=NOON) is None
    assert await store.editorial.decisions(5) == (
        Decision(at=NOON, user_id=EDITOR, verb="join", subject="2 “Assad” with 1 “Bashar Assad”"),
        Decision(at=NOON, user_id=EDITOR, verb="part", subject="2 “Assad” from 1 “Bashar Assad”"),
    )


async def test_nearest_by_name_come_first(store: Store) -> None:
    other_kind = an_actor("Assad", kind="group")
    await file(store, BASHAR_ONE, ASMA_ONE, LONE, ("x", [other_kind, "Ada Berg", "Bashir Asad"]))
    nearest = await store.joins.nearest(await number(store, "Bashar Assad"))
    assert [entry.name for entry in nearest] == ["Asma Assad", "Assad", "Bashir Asad"]


async def test_quotations_and_digest_follow_a_join(store: Store) -> None:
    quote = an_analysis(sentences=["He left."], quotes=[said("Assad", "We shall see.")])
    await file(store, BASHAR_ONE)
    await a_stored_article(store, quote, path="quote.txt")
    assad = await number(store, "Bashar Assad")
    assert len((await store.actors.digest(assad, now=NOON)).statements) == 1
    await part(store, "Bashar Assad", "Assad")
    assert len((await store.actors.digest(assad, now=NOON)).statements) == 0

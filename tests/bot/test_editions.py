"""What goes to whom and when, chosen at moments that the tests give."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.chats import Chat, ChatState, QuietHours
from bot.domain.edition_decisions import decide, push_article, send_now
from bot.domain.plans import Arrival, Candidate, Edition, Orders, Plan, Recipient, Schedule
from bot.domain.slots import next_slot, quiet_until, slots

UTC_ZONE = ZoneInfo("UTC")
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
MORNING = datetime(2016, 12, 14, 7, 30, tzinfo=UTC)  # a Wednesday


def a_chat(**changes: Any) -> Chat:
    values: dict[str, Any] = {
        "id": 1,
        "telegram_id": 100,
        "kind": "private",
        "subscribed": True,
        "hours": (time(7, 30),),
        "decided_until": MORNING - timedelta(hours=12),
        "seen_from": LONG_AGO,
    }
    return Chat(**(values | changes))


def a_standing(*, seen: tuple[int, ...] = (), concerns: Any = None, **changes: Any) -> Recipient:
    return Recipient(
        chat=a_chat(**changes),
        seen=frozenset(seen),
        concerns=concerns or {},
        each_new_from=LONG_AGO if changes.get("each_new") else None,
    )


def an_article(
    number: int,
    *,
    story: int | None = None,
    public_at: datetime = MORNING - timedelta(hours=1),
    came_at: datetime | None = None,
) -> Candidate:
    return Candidate(
        article_id=number,
        revision_id=number,
        story_id=story or number,
        came_at=came_at or public_at,
        public_at=public_at,
        dated_at=datetime(2016, 12, 13, tzinfo=UTC),
    )


def decided(standing: Recipient, *candidates: Candidate, now: datetime = MORNING, **more: Any) -> Plan:
    return decide(standing, candidates, zone=UTC_ZONE, now=now, **more)


def edition(*stories: tuple[int, ...], **changes: Any) -> Edition:
    values = {"slot": "07:30", "local_date": date(2016, 12, 14), "stories": stories}
    return Edition(**(values | changes))


# ------------------------------------------------------------------ the hour


def test_edition_is_decided_at_its_hour_and_the_next_one_planned() -> None:
    assert decided(a_standing(), an_article(1), now=MORNING + timedelta(seconds=4)) == Plan(
        chat_id=1,
        editions=(edition((1,)),),
        seen_from=MORNING - timedelta(seconds=56),
        schedule=Schedule(decided_until=MORNING + timedelta(seconds=4), next_due=MORNING + timedelta(days=1)),
    )


@pytest.mark.parametrize(
    ("late", "sent"),
    [
        pytest.param(timedelta(0), True, id="to the second"),
        pytest.param(timedelta(hours=5, minutes=59), True, id="missed under six hours is sent"),
        pytest.param(timedelta(hours=6), False, id="missed by six hours waits for the next"),
        pytest.param(timedelta(days=30), True, id="a month away, at the hour itself"),
    ],
)
def test_missed_edition(late: timedelta, sent: bool) -> None:
    plan = decided(a_standing(), an_article(1), now=MORNING + late)
    assert [each.stories for each in plan.editions] == ([((1,),)] if sent else [])


def test_two_missed_slots_are_one_edition() -> None:
    standing = a_standing(hours=(time(4, 0), time(7, 30)))
    assert decided(standing, an_article(1)).editions == (edition((1,)),)


def test_missed_news_is_folded_into_the_next_edition() -> None:
    standing = a_standing()
    missed = decided(standing, an_article(1), now=MORNING + timedelta(hours=8))
    assert (missed.editions, missed.seen_from) == ((), None)
    assert missed.schedule is not None
    later = a_standing(decided_until=missed.schedule.decided_until)
    next_day = decided(later, an_article(1), an_article(2), now=MORNING + timedelta(days=1))
    assert [set(sum(each.stories, ())) for each in next_day.editions] == [{1, 2}]


def test_decided_slot_is_not_decided_again() -> None:
    assert decided(a_standing(decided_until=MORNING), an_article(1)).editions == ()


def test_clock_that_was_ahead_silences_nobody() -> None:
    year_ahead = a_standing(decided_until=MORNING + timedelta(days=365))
    plan = decided(year_ahead, an_article(1), now=MORNING - timedelta(hours=1))
    assert plan.schedule == Schedule(decided_until=MORNING - timedelta(hours=1), next_due=MORNING)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"subscribed": False}, id="unsubscribed"),
        pytest.param({"state": ChatState.STOPPED}, id="stopped"),
    ],
)
def test_who_wants_nothing_gets_nothing(changes: dict[str, Any]) -> None:
    plan = decided(a_standing(**changes), an_article(1))
    assert plan == Plan(chat_id=1, schedule=Schedule(decided_until=None, next_due=None))


def test_weekdays_leave_the_weekend_out() -> None:
    chat = a_chat(days=(True,) * 5 + (False,) * 2)
    friday = datetime(2016, 12, 16, 7, 30, tzinfo=UTC)
    following = next_slot(chat, zone=UTC_ZONE, after=friday)
    assert following is not None
    assert following.due == datetime(2016, 12, 19, 7, 30, tzinfo=UTC)


SUNDAY = datetime(2016, 12, 18, 7, 30, tzinfo=UTC)


def week(**changes: Any) -> Edition:
    return edition(**({"slot": "week", "local_date": date(2016, 12, 18)} | changes))


def test_week_is_decided_on_sundays_beside_the_edition_of_its_hour() -> None:
    standing = a_standing(weekly=True, decided_until=SUNDAY - timedelta(hours=1))
    plan = decided(standing, an_article(1), now=SUNDAY)
    assert plan.editions == (edition((1,), local_date=date(2016, 12, 18)), week())
    assert plan.schedule == Schedule(decided_until=SUNDAY, next_due=SUNDAY + timedelta(days=1))


def test_week_tells_no_news_and_leaves_it_new() -> None:
    standing = a_standing(weekly=True, hours=(), decided_until=SUNDAY - timedelta(hours=1))
    plan = decided(standing, an_article(1), now=SUNDAY)
    assert (plan.editions, plan.seen_from, plan.passed) == ((week(),), None, ())
    assert plan.schedule == Schedule(decided_until=SUNDAY, next_due=SUNDAY + timedelta(days=7))


def test_news_at_once_waits_for_no_week() -> None:
    standing = a_standing(weekly=True, hours=(), each_new=True, decided_until=SUNDAY - timedelta(hours=1))
    plan = decided(standing, an_article(1, public_at=SUNDAY - timedelta(seconds=30)), now=SUNDAY)
    assert [each.slot for each in plan.editions] == ["push:1", "week"]


def test_week_comes_on_sundays_whatever_the_days_of_editions_are() -> None:
    chat = a_chat(weekly=True, hours=(time(18, 0), time(20, 0)), days=(True,) * 5 + (False,) * 2)
    friday = datetime(2016, 12, 16, 20, 0, tzinfo=UTC)
    following = next_slot(chat, zone=UTC_ZONE, after=friday)
    assert following is not None
    assert (following.name, following.due) == ("week", SUNDAY.replace(hour=18, minute=0))


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        pytest.param("Europe/Berlin", date(2016, 3, 27), id="when clocks go forward"),
        pytest.param("Europe/Berlin", date(2016, 10, 30), id="when clocks go back"),
        pytest.param("Pacific/Kiritimati", date(2016, 12, 18), id="fourteen hours ahead"),
        pytest.param("Pacific/Pago_Pago", date(2016, 12, 18), id="eleven hours behind"),
    ],
)
def test_week_is_due_once_on_the_sunday_of_its_zone(zone: str, day: date) -> None:
    chat = a_chat(weekly=True, hours=(time(2, 30),), days=(False,) * 7)
    around = datetime(day.year, day.month, day.day, tzinfo=UTC)
    found = slots(
        chat, zone=ZoneInfo(zone), after=around - timedelta(days=3), until=around + timedelta(days=3)
    )
    assert [(each.name, each.local_date) for each in found] == [("week", day)]


def test_preview_and_push_are_of_editions_alone() -> None:
    assert send_now(a_standing(weekly=True, hours=()), [an_article(1)], zone=UTC_ZONE, now=SUNDAY) is None


# ------------------------------------------------------------------ what it holds


def test_nothing_new_means_no_message() -> None:
    plan = decided(a_standing(seen=(1,)), an_article(1))
    assert plan.editions == ()


def test_nothing_new_is_said_to_those_who_ask_for_it() -> None:
    assert decided(a_standing(say_nothing_new=True)).editions == (edition(),)


def test_first_run_with_200_articles_is_one_edition() -> None:
    plan = decided(a_standing(), *(an_article(number) for number in range(1, 201)))
    assert [(len(each.stories), each.left_out) for each in plan.editions] == [(5, 195)]
    again = decided(
        a_standing(seen_from=plan.seen_from, decided_until=MORNING),
        *(an_article(number) for number in range(1, 201)),
        now=MORNING + timedelta(days=1),
    )
    assert again.editions == ()


def test_stories_are_grouped_and_no_item_comes_twice() -> None:
    plan = decided(
        a_standing(seen=(3,)), an_article(1, story=9), an_article(2, story=9), an_article(3, story=9)
    )
    assert plan.editions == (edition((2, 1)),)


def test_chat_that_wants_only_what_it_follows_gets_only_that() -> None:
    standing = a_standing(followed_only=True, concerns={2: ("Bashar Assad",)})
    plan = decided(standing, an_article(1), an_article(2))
    assert plan.editions == (edition((2,), because=("Bashar Assad",)),)


def test_held_edition_waits_and_comes_when_released() -> None:
    until = MORNING + timedelta(hours=1)
    held = decided(a_standing(), an_article(1), orders=Orders(held_until=until))
    assert held == Plan(chat_id=1, schedule=Schedule(decided_until=None, next_due=until))
    assert decided(a_standing(), an_article(1), now=until, orders=Orders(held_until=until)).editions == (
        edition((1,)),
    )


def test_dropped_edition_is_in_no_later_one() -> None:
    dropped = Orders(passed_until=MORNING - timedelta(minutes=30))
    assert decided(a_standing(), an_article(1), orders=dropped).editions == ()


# ------------------------------------------------------------------ at once

NOON = MORNING + timedelta(hours=4, minutes=30)


def pushed(number: int, **changes: Any) -> Edition:
    return edition((number,), slot=f"push:{number}", **changes)


def test_followed_news_is_pushed_at_once_saying_why() -> None:
    standing = a_standing(decided_until=MORNING, concerns={1: ("Bashar Assad",)})
    plan = decided(standing, an_article(1), an_article(2), now=NOON)
    assert plan.editions == (pushed(1, because=("Bashar Assad",)),)


def test_each_new_article_is_pushed_by_itself() -> None:
    standing = a_standing(hours=(), each_new=True)
    plan = decided(standing, an_article(1), an_article(2), now=NOON)
    assert plan.editions == (pushed(1), pushed(2))
    assert plan.schedule == Schedule(decided_until=NOON, next_due=None)


def test_several_new_articles_at_once_are_one_push_and_the_rest_is_passed() -> None:
    standing = a_standing(hours=(), each_new=True)
    articles = [an_article(n, public_at=NOON - timedelta(seconds=25)) for n in range(1, 21)]
    plan = decided(standing, *articles, now=NOON)
    assert [(len(each.stories), each.left_out, each.came) for each in plan.editions] == [(5, 15, 0)]
    assert decided(after(plan, standing), *articles, now=NOON + timedelta(seconds=10)).editions == ()


def test_import_is_one_list_with_its_count_and_the_rest_is_passed() -> None:
    standing = a_standing(hours=(), each_new=True)
    articles = [an_article(n, public_at=NOON - timedelta(seconds=25)) for n in range(1, 201)]
    earlier = [arrived(NOON - timedelta(seconds=26), 300)]
    plan = decided(standing, *articles, now=NOON, earlier=earlier)
    assert plan.editions == (
        edition(*((n,) for n in range(200, 195, -1)), slot="push:200", left_out=195, came=500),
    )
    assert decided(after(plan, standing), *articles, now=NOON + timedelta(seconds=10)).editions == ()


def arrived(came_at: datetime, count: int) -> Arrival:
    """Public articles that are too many to be candidates."""
    return Arrival(came_at=came_at, count=count, public_since=came_at, public_until=came_at)


def test_as_many_that_came_by_and_by_are_no_import() -> None:
    standing = a_standing(hours=(), each_new=True)
    night = [an_article(n, public_at=NOON - timedelta(minutes=n)) for n in range(5, 205)]
    plan = decided(standing, *night, now=NOON)
    assert [(len(each.stories), each.left_out, each.came) for each in plan.editions] == [(5, 195, 0)]


def test_import_of_one_story_is_one_headline_with_its_count() -> None:
    standing = a_standing(hours=(), each_new=True)
    articles = [an_article(n, story=7, public_at=NOON - timedelta(seconds=25)) for n in range(1, 201)]
    plan = decided(standing, *articles, now=NOON)
    assert plan.editions == (edition((200,), slot="push:200", came=200),)
    assert decided(after(plan, standing), *articles, now=NOON + timedelta(seconds=10)).editions == ()


def after(plan: Plan, standing: Recipient) -> Recipient:
    shown = [id_ for edition in plan.editions for story in edition.stories for id_ in story]
    return Recipient(
        chat=standing.chat, seen=frozenset((*shown, *plan.passed)), each_new_from=plan.each_new_from
    )


def test_import_that_concerns_nothing_that_is_followed_delays_no_news() -> None:
    standing = a_standing(hours=(), concerns={1: ("Bashar Assad",)})
    crowd = [an_article(n, public_at=NOON) for n in range(1, 50)]
    assert decided(standing, *crowd, now=NOON).editions == (pushed(1, because=("Bashar Assad",)),)


def test_news_in_quiet_hours_is_held_and_comes_together() -> None:
    night = QuietHours(start=time(22, 0), end=time(7, 0))
    standing = a_standing(hours=(), each_new=True, quiet=night)
    midnight, morning = (datetime(2016, 12, 14, hour, tzinfo=UTC) for hour in (0, 7))
    news = [an_article(n, public_at=midnight) for n in (1, 2)]
    assert decided(standing, *news, now=midnight) == Plan(
        chat_id=1, schedule=Schedule(decided_until=None, next_due=morning)
    )
    assert decided(standing, *news, now=morning).editions == (pushed(1), pushed(2))


def test_slot_within_quiet_hours_is_due_when_they_end() -> None:
    standing = a_standing(hours=(time(6, 0),), quiet=QuietHours(start=time(22, 0), end=time(7, 0)))
    six, seven = (datetime(2016, 12, 14, hour, tzinfo=UTC) for hour in (6, 7))
    article = an_article(1, public_at=six - timedelta(hours=1))
    assert decided(standing, article, now=six).editions == ()
    assert decided(standing, article, now=seven).editions == (edition((1,), slot="06:00"),)


@pytest.mark.parametrize(
    ("start", "end", "now", "until"),
    [
        pytest.param("22:00", "22:00", "23:00", None, id="start equal to end means none"),
        pytest.param("22:00", "07:00", "23:00", "2016-12-15T07:00", id="before midnight"),
        pytest.param("22:00", "07:00", "06:59", "2016-12-14T07:00", id="after midnight"),
        pytest.param("22:00", "07:00", "07:00", None, id="the end is outside"),
        pytest.param("22:00", "07:00", "22:00", "2016-12-15T07:00", id="the start is inside"),
        pytest.param("13:00", "15:00", "14:00", "2016-12-14T15:00", id="within a day"),
        pytest.param("13:00", "15:00", "12:59", None, id="before a day's nap"),
    ],
)
def test_quiet_hours(start: str, end: str, now: str, until: str | None) -> None:
    quiet = QuietHours(start=time.fromisoformat(start), end=time.fromisoformat(end))
    moment = datetime.combine(date(2016, 12, 14), time.fromisoformat(now), tzinfo=UTC)
    expected = datetime.fromisoformat(until).replace(tzinfo=UTC) if until else None
    assert quiet_until(quiet, zone=UTC_ZONE, now=moment) == expected


@pytest.mark.parametrize(
    ("quiet", "now", "until"),
    [
        pytest.param("22:00-07:00", "2024-03-30T22:00", "2024-03-31T05:00", id="a short night"),
        pytest.param("22:00-07:00", "2024-10-26T21:00", "2024-10-27T06:00", id="a long night"),
        pytest.param("22:00-02:30", "2024-03-31T00:30", "2024-03-31T01:30", id="ends in the hour left out"),
        pytest.param("22:00-02:30", "2024-10-27T00:15", "2024-10-27T00:30", id="ends, the first time"),
        pytest.param("22:00-02:30", "2024-10-27T01:15", "2024-10-27T01:30", id="ends, the second time"),
        pytest.param("02:15-02:45", "2024-03-31T01:15", None, id="all of it is left out"),
    ],
)
def test_quiet_hours_across_a_change_of_the_clocks(quiet: str, now: str, until: str | None) -> None:
    start, end = (time.fromisoformat(part) for part in quiet.split("-"))
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    expected = datetime.fromisoformat(until).replace(tzinfo=UTC) if until else None
    found = quiet_until(QuietHours(start=start, end=end), zone=ZoneInfo("Europe/Berlin"), now=moment)
    assert found == expected


@pytest.mark.parametrize(("name", "year"), [("Europe/Berlin", 2024), ("Australia/Lord_Howe", 2024)])
def test_slot_in_quiet_hours_comes_once_a_local_day_through_a_year(name: str, year: int) -> None:
    """The slot falls into the hour that is left out or shown twice, and quiet hours end in it, too."""
    zone, quiet = ZoneInfo(name), QuietHours(start=time(22, 0), end=time(2, 20))
    now, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 3, tzinfo=UTC)
    decided_until, made = now, []
    while now < end:
        chat = a_chat(hours=(time(2, 10),), say_nothing_new=True, quiet=quiet, decided_until=decided_until)
        plan = decide(Recipient(chat=chat), (), zone=zone, now=now)
        assert plan.schedule is not None
        assert plan.schedule.next_due is not None
        made += [each.local_date for each in plan.editions]
        decided_until = plan.schedule.decided_until or decided_until
        now = plan.schedule.next_due
    days = [day for day in made if date(year, 1, 2) <= day <= date(year, 12, 31)]
    assert days == [date(year, 1, 2) + timedelta(days=number) for number in range(365)]


# ------------------------------------------------------------------ by hand


def test_push_by_hand_and_the_schedule_have_one_name_for_an_article() -> None:
    standing = a_standing(hours=(), each_new=True)
    by_hand = push_article(standing, an_article(1), zone=UTC_ZONE, now=NOON)
    assert by_hand is not None
    assert by_hand.editions == decided(standing, an_article(1), now=NOON).editions


def test_push_by_hand_skips_who_has_seen_it() -> None:
    assert push_article(a_standing(seen=(1,)), an_article(1), zone=UTC_ZONE, now=NOON) is None


def test_edition_sent_now_leaves_nothing_for_its_hour() -> None:
    early = MORNING - timedelta(minutes=10)
    plan = send_now(a_standing(), [an_article(1)], zone=UTC_ZONE, now=early)
    assert plan == Plan(
        chat_id=1,
        editions=(pushed(1, local_date=date(2016, 12, 14)),),
        seen_from=early - timedelta(minutes=1),
    )
    after = a_standing(seen=(1,), seen_from=plan.seen_from)
    assert decided(after, an_article(1)).editions == ()


def test_push_by_hand_is_held_through_quiet_hours() -> None:
    standing = a_standing(quiet=QuietHours(start=time(22, 0), end=time(7, 0)))
    night = datetime(2016, 12, 14, 23, tzinfo=UTC)
    plan = push_article(standing, an_article(1), zone=UTC_ZONE, now=night)
    assert plan is not None
    assert plan.not_before == datetime(2016, 12, 15, 7, tzinfo=UTC)


# ------------------------------------------------------------------ the clocks


@pytest.mark.parametrize(
    ("zone", "day", "hour", "due"),
    [
        pytest.param("Europe/Berlin", "2024-03-31", "02:30", "2024-03-31T01:30", id="an hour left out"),
        pytest.param("Europe/Berlin", "2024-10-27", "02:30", "2024-10-27T00:30", id="an hour shown twice"),
        pytest.param(
            "Australia/Lord_Howe", "2024-10-06", "02:15", "2024-10-05T15:45", id="half an hour left out"
        ),
        pytest.param("America/Sao_Paulo", "2018-11-04", "00:30", "2018-11-04T03:30", id="midnight left out"),
        pytest.param("Pacific/Apia", "2011-12-31", "07:30", "2011-12-30T17:30", id="after a day left out"),
    ],
)
def test_slot_on_a_day_of_odd_clocks(zone: str, day: str, hour: str, due: str) -> None:
    moment = datetime.fromisoformat(due).replace(tzinfo=UTC)
    found = slots(
        a_chat(hours=(time.fromisoformat(hour),)),
        zone=ZoneInfo(zone),
        after=moment - timedelta(hours=20),
        until=moment + timedelta(hours=20),
    )
    assert [(slot.due, slot.local_date) for slot in found if slot.due == moment] == [
        (moment, date.fromisoformat(day))
    ]


ODD_YEARS = [
    pytest.param("Europe/Berlin", 2024, 366, id="Berlin"),
    pytest.param("Australia/Lord_Howe", 2024, 366, id="Lord Howe: half an hour"),
    pytest.param("Pacific/Apia", 2011, 364, id="Apia: a day left out"),
    pytest.param("Africa/Casablanca", 2024, 366, id="Casablanca: turned back for Ramadan"),
    pytest.param("America/Sao_Paulo", 2018, 365, id="São Paulo's past: midnight left out"),
    pytest.param("Africa/Cairo", 2024, 366, id="Cairo"),
    pytest.param("Antarctica/Troll", 2024, 366, id="Troll: two hours"),
]


@pytest.mark.parametrize("hour", ["00:00", "00:30", "02:00", "02:15", "03:00", "07:30", "23:30", "23:59"])
@pytest.mark.parametrize(("name", "year", "days"), ODD_YEARS)
def test_slot_comes_once_a_local_day_through_a_year(name: str, year: int, days: int, hour: str) -> None:
    """The bot looks whenever its last plan told it to, from before the year until after it."""
    zone, hours = ZoneInfo(name), (time.fromisoformat(hour),)
    now, end = datetime(year - 1, 12, 29, tzinfo=UTC), datetime(year + 1, 1, 3, tzinfo=UTC)
    decided_until, made = now, []
    while now < end:
        chat = a_chat(hours=hours, say_nothing_new=True, decided_until=decided_until)
        plan = decide(Recipient(chat=chat), (), zone=zone, now=now)
        assert plan.schedule is not None
        assert plan.schedule.decided_until is not None
        assert plan.schedule.next_due is not None
        made += [each.local_date for each in plan.editions]
        decided_until, now = plan.schedule.decided_until, plan.schedule.next_due
    in_year = [day for day in made if day.year == year]
    assert (len(in_year), len(set(in_year))) == (days, days)

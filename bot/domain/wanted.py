"""Whether an article is wanted: one choice for editions, for what comes at once and for an editor's push.

What a chat mutes never is; what it follows is whatever its section; of the rest its sections are.
"""

from collections.abc import Collection, Iterable

from bot.domain.plans import Candidate, Orders, Recipient
from bot.domain.sections import wants_section


def may_tell(recipient: Recipient, candidate: Candidate) -> bool:
    """Whether it is news to the chat and not of what it mutes."""
    return candidate.article_id not in recipient.seen and candidate.article_id not in recipient.muted


def is_wanted(recipient: Recipient, candidate: Candidate, sections: Collection[str]) -> bool:
    """Whether an edition of these sections holds it, none of them being all."""
    if not may_tell(recipient, candidate):
        return False
    if candidate.article_id in recipient.concerns:
        return True
    return not recipient.chat.followed_only and wants_section(sections, candidate.section)


def is_wanted_at_once(recipient: Recipient, candidate: Candidate) -> bool:
    """Whether it comes as it is: of each new article's sections, or followed and waiting for no edition."""
    chat = recipient.chat
    if not may_tell(recipient, candidate):
        return False
    if chat.each_new and recipient.each_new_from and candidate.came_at > recipient.each_new_from:
        return candidate.article_id in recipient.concerns or wants_section(chat.sections, candidate.section)
    waits_for_edition = chat.followed_at is not None or (chat.followed_only and bool(chat.hours))
    return candidate.article_id in recipient.concerns and not waits_for_edition


def counts(recipient: Recipient, candidate: Candidate) -> bool:
    """Whether it is of what the chat wants as it comes, told already or not."""
    return recipient.chat.each_new or candidate.article_id in recipient.concerns


def news(
    recipient: Recipient,
    candidates: Iterable[Candidate],
    orders: Orders,
    *,
    sections: Collection[str],
    added: Collection[int] = (),
) -> list[Candidate]:
    """What is news to the chat's edition of these sections; `added` are so by an editor's word."""
    begin = max(recipient.chat.seen_from, orders.passed_until or recipient.chat.seen_from)
    found = {
        each.article_id: each
        for each in candidates
        if (each.public_at > begin or each.article_id in added) and is_wanted(recipient, each, sections)
    }
    return list(found.values())

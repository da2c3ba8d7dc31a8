"""Chats, their members, and the commands that each person sees."""

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatAdministrators,
    ChatMember,
)
from telegram.error import BadRequest

from bot.localchat import LocalTelegram


async def test_chat_is_described(bot: Bot, telegram: LocalTelegram) -> None:
    forum = telegram.add_group("Desk", forum=True)
    private, group = await bot.get_chat(1001), await bot.get_chat(forum.id)
    assert (private.type, private.first_name) == ("private", "Reader")
    assert (group.type, group.title, group.is_forum) == ("supergroup", "Desk", True)


async def test_members_have_their_standing(bot: Bot, telegram: LocalTelegram) -> None:
    boss, outsider = telegram.add_user("Boss"), telegram.add_user("Outsider")
    group = telegram.add_group(members=[telegram.reader], admins=[boss])
    telegram.set_member(group, telegram.editor, "kicked")
    people = (telegram.reader, boss, telegram.editor, outsider)
    assert [(await bot.get_chat_member(group.id, person.id)).status for person in people] == [
        ChatMember.MEMBER,
        ChatMember.ADMINISTRATOR,
        ChatMember.BANNED,
        ChatMember.LEFT,
    ]
    assert [member.user.id for member in await bot.get_chat_administrators(group.id)] == [boss.id]
    assert await bot.get_chat_member_count(group.id) == 3


async def test_bot_can_leave(bot: Bot, telegram: LocalTelegram) -> None:
    group = telegram.add_group()
    await bot.leave_chat(group.id)
    assert group.bot == "left"


def named(*names: str) -> list[BotCommand]:
    return [BotCommand(name, f"About {name}") for name in names]


async def test_narrowest_scope_of_commands_is_shown(bot: Bot, telegram: LocalTelegram) -> None:
    group = telegram.add_group(members=[telegram.reader], admins=[telegram.editor])
    await bot.set_my_commands(named("start"))
    await bot.set_my_commands(named("brief"), scope=BotCommandScopeAllPrivateChats())
    await bot.set_my_commands(named("brief", "push"), scope=BotCommandScopeChat(telegram.editor.id))
    await bot.set_my_commands(named("settings"), scope=BotCommandScopeChatAdministrators(group.id))
    seen = {
        (chat.id, person.id): [command["command"] for command in telegram.commands_for(chat, person)]
        for person in (telegram.reader, telegram.editor)
        for chat in (telegram.chat(person), group)
    }
    assert seen == {
        (1001, 1001): ["brief"],
        (1002, 1002): ["brief", "push"],
        (group.id, 1001): ["start"],
        (group.id, 1002): ["settings"],
    }
    await bot.delete_my_commands(scope=BotCommandScopeChat(telegram.editor.id))
    assert await bot.get_my_commands(scope=BotCommandScopeChat(telegram.editor.id)) == ()
    assert await bot.get_my_commands() == tuple(named("start"))


WRONG = {
    "name": (BotCommand("Brief!", "x"), None, "Bot_command_invalid"),
    "long-name": (BotCommand("x" * 33, "x"), None, "Bot_command_invalid"),
    "no-description": (BotCommand("x", " "), None, "Bot_command_description_invalid"),
    "unknown-chat": (BotCommand("x", "x"), BotCommandScopeChat(9), "Chat not found"),
}


@pytest.mark.parametrize(("command", "scope", "refusal"), WRONG.values(), ids=WRONG.keys())
async def test_wrong_commands_are_refused(
    bot: Bot, command: BotCommand, scope: BotCommandScope | None, refusal: str
) -> None:
    with pytest.raises(BadRequest) as refused:
        await bot.set_my_commands([command], scope=scope)
    assert refused.value.message.lower() == refusal.lower()


async def test_more_than_a_hundred_commands_are_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match=r"(?i)bot_commands_too_much"):
        await bot.set_my_commands(named(*(f"c{number}" for number in range(101))))


async def test_bot_describes_itself(bot: Bot) -> None:
    await bot.set_my_short_description("News, in its own words")
    await bot.set_my_description("Reads the news for you")
    assert (await bot.get_my_short_description()).short_description == "News, in its own words"
    assert (await bot.get_my_description()).description == "Reads the news for you"
    assert (await bot.get_my_name()).name == "Briefings"

"""How long a message of the catalogue may be where it is said: on a button, in an alert, with a command."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import bot
from bot.render.buttons import HALF_LABEL_LENGTH, LABEL_LENGTH

ROOT: Final = Path(bot.__file__).parent
ALERT: Final = 200  # characters that answerCallbackQuery takes
COMMAND: Final = 256  # of a command's description
_BUTTONS: Final = {"button", "box"}
_ALERTS: Final = {"close_press", "refuse"}
_FORMS: Final = {"_": (0,), "pgettext": (1,), "ngettext": (0, 1)}  # which arguments are messages


def limits() -> Mapping[str, tuple[str, int]]:
    """Where a message is said that has a limit, and that limit in characters, by the message in the code."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(ROOT.rglob("*.py"))]
    constants = {name: node for tree in trees for name, node in _constants(tree)}
    found: dict[str, tuple[str, int]] = {}
    for tree in trees:
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                for where, most, shown in _shown(call):
                    for message in _messages(constants.get(_name(shown), shown)):
                        known = found.get(message)
                        found[message] = (where, most) if known is None or most < known[1] else known
    return found


def _shown(call: ast.Call) -> Iterator[tuple[str, int, ast.expr]]:
    assert isinstance(call.func, ast.Name)
    if call.func.id in _BUTTONS and call.args:
        half = any(word.arg == "most" and _name(word.value) == "HALF_LABEL_LENGTH" for word in call.keywords)
        yield "a button", HALF_LABEL_LENGTH if half else LABEL_LENGTH, call.args[0]
    if call.func.id in _ALERTS and len(call.args) > 1:
        yield "an alert", ALERT, call.args[1]
    if call.func.id == "Command" and len(call.args) > 2:  # its name, what may follow, what it does
        yield "the list of commands", COMMAND, call.args[2]


def _constants(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value


def _messages(node: ast.expr) -> Iterator[str]:
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in _FORMS:
            for place in _FORMS[call.func.id]:
                if isinstance(said := call.args[place], ast.Constant):
                    yield str(said.value)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""

"""What the documents name is there: files, make targets, verbs, commands of the chat, settings."""

import re
import subprocess
import sys

import pytest

from bot.chat.commands import EDITING, EVERYBODY
from bot.config.settings import Settings
from tests.whole.process import ROOT

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
README = (ROOT / "README.md").read_text()
OVER_HTTP = {"healthz", "readyz", "metrics"}
OF_LIBRARIES = {"WATCHFILES_FORCE_POLLING"}  # read by them from the environment


def named(pattern: str, text: str) -> set[str]:
    return set(re.findall(pattern, text, re.MULTILINE))


@pytest.mark.parametrize("name", [path.name for path in DOCUMENTS])
def test_links_and_make_targets_are_there(name: str) -> None:
    (document,) = [path for path in DOCUMENTS if path.name == name]
    text = document.read_text()
    targets = named(r"^(\w+):", (ROOT / "Makefile").read_text())
    links = named(r"\]\((?!http)([^)#]+)", text)
    assert named(r"(?:^ {4,}|`)make (?:-C \S+ )?(\w+)", text) - targets == set()
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_readme_tells_every_command_of_the_chat_and_no_other() -> None:
    told = named(r"`/([a-z]+)", README) - OVER_HTTP - {"help"}
    assert told == {command.name for command in EVERYBODY + EDITING} - {"help"}


def test_readme_tells_every_verb_and_no_other() -> None:
    asked = subprocess.run(
        [sys.executable, "-m", "bot", "--help"], capture_output=True, text=True, check=True
    )
    verbs = named(r"^ {4}(\w+) {2,}\w", asked.stdout)
    assert verbs
    assert named(r"-m bot (\w+)", README) == verbs


def test_documents_name_settings_that_are_there() -> None:
    told = {name for path in DOCUMENTS for name in named(r"`([A-Z]+_[A-Z_]+)[`=]", path.read_text())}
    assert told - {name.upper() for name in Settings.model_fields} == OF_LIBRARIES

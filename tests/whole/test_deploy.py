"""What is deployed: the image runs on its own files, unit and instructions agree, compose is sound."""

import asyncio
import configparser
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from bot.config.settings import Settings
from tests.telegram import served
from tests.whole.process import ROOT, a_free_port, ask, started

HEADLINE = "Aleppo Cease-fire Unravels, Raising Specter of Bloody End"
SETTINGS = {name.upper() for name in Settings.model_fields}
INSTRUCTIONS = (ROOT / "docs" / "systemd.md").read_text()


@dataclass(frozen=True, slots=True)
class Image:
    """What the Dockerfile says of the image that runs."""

    copied: dict[str, str]  # from the repository, to where
    compiling: tuple[str, ...]  # a command that is run on them
    environment: dict[str, str]
    command: tuple[str, ...]
    health: tuple[str, ...]


def image() -> Image:
    lines = (ROOT / "Dockerfile").read_text().replace("\\\n", " ").splitlines()
    (environment,) = [line.removeprefix("ENV ").split() for line in lines if line.startswith("ENV ")]
    (health,) = [line.partition(" CMD ")[2] for line in lines if line.startswith("HEALTHCHECK ")]
    (command,) = [line.removeprefix("CMD ") for line in lines if line.startswith("CMD ")]
    (compiling,) = [
        line.removeprefix("RUN ") for line in lines if line.startswith("RUN python -m compileall ")
    ]
    copies = [line.split()[1:] for line in lines if line.startswith("COPY ") and "--from" not in line]
    return Image(
        copied=dict(copies),
        compiling=tuple(compiling.split()),
        environment=dict(one.split("=", 1) for one in environment),
        command=tuple(json.loads(command)),
        health=tuple(json.loads(health)),
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def modules(files: dict[str, bytes], suffix: str) -> set[str]:
    """By their paths, whichever of Python's versions compiled them."""
    paths = [Path(name.replace("__pycache__/", "")) for name in files if name.endswith(suffix)]
    return {str(path.parent / path.name.partition(".")[0]) for path in paths}


def unit() -> configparser.SectionProxy:
    read = configparser.ConfigParser(strict=False, interpolation=None)  # a filter may stand twice
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read_string((ROOT / "deploy" / "briefings.service").read_text())
    return read["Service"]


def commands(text: str) -> list[str]:
    """The lines of a document's code blocks."""
    return [line.strip() for line in text.splitlines() if re.match(r"(?: {4}| {7})\S", line)]


# ------------------------------------------------------------------ the image


def test_image_is_built_of_files_that_are_there_and_let_in() -> None:
    let_in = {
        line[1:].removesuffix("/**")
        for line in (ROOT / ".dockerignore").read_text().split()
        if line[0] == "!"
    }
    assert let_in == set(image().copied)
    assert [name for name in let_in if not (ROOT / name).exists()] == []


async def test_image_runs_from_its_own_files_is_healthy_writes_none_and_stops(tmp_path: Path) -> None:
    described, port = image(), str(a_free_port())
    app, seeds, data = tmp_path / "app", tmp_path / "seeds", tmp_path / "data"
    for folder in (app, data):
        folder.mkdir()
    for name, where in described.copied.items():
        place = tmp_path / where.lstrip("/") if where.startswith("/") else app / where
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place, ignore=shutil.ignore_patterns("__pycache__"))
    compiling = await asyncio.create_subprocess_exec(sys.executable, *described.compiling[1:], cwd=app)
    assert await compiling.wait() == 0
    before = contents(app)
    assert modules(before, ".pyc") == modules(before, ".py")  # no start compiles any
    settings = described.environment | {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(app),
        "HOME": str(tmp_path / "none"),
        "SEEDS_DIR": str(seeds),
        "DATABASE_URL": described.environment["DATABASE_URL"].replace("//data/", f"/{data}/"),
        "HTTP_PORT": port,
    }

    async def healthy() -> bool:
        asked = [word.replace(":8080/", f":{port}/") for word in described.health[1:]]
        asking = await asyncio.create_subprocess_exec(
            sys.executable, *asked, stderr=asyncio.subprocess.DEVNULL
        )
        return await asking.wait() == 0

    assert described.command == ("python", "-m", "bot")  # what `started` runs
    assert described.environment["HTTP_PORT"] == "8080"
    assert described.health[0] == "python"
    async with served() as outside:
        token = {"TELEGRAM_API_URL": outside.url, "TELEGRAM_BOT_TOKEN": outside.token}
        async with started(app, **settings, **token) as bot:
            await bot.until_said("articles: 1 new")
            assert (await ask(outside.telegram, "/brief")).text.splitlines()[0] == HEADLINE
            assert await healthy()
            assert await bot.stop() == 0
            assert not await healthy()
    assert contents(app) == before
    assert {path.name for path in data.iterdir()} == {"briefings.db", "briefings.db.lock"}


def test_compose_describes_what_it_names() -> None:
    composed = yaml.safe_load((ROOT / "compose.yaml").read_text())
    bot, postgres = composed["services"]["bot"], composed["services"]["postgres"]
    mounted = {volume.split(":")[0] for service in (bot, postgres) for volume in service["volumes"]}
    assert {name for name in mounted if not name.startswith("./")} == set(composed["volumes"])
    assert [name for name in mounted if name.startswith("./") and not (ROOT / name).is_dir()] == []
    assert set(bot["environment"]) <= SETTINGS
    assert set(bot["depends_on"]) == {"postgres"}
    assert bot["environment"]["DATABASE_URL"] == f"${{DATABASE_URL:-{image().environment['DATABASE_URL']}}}"
    assert [port.rsplit(":", 1)[1] for port in bot["ports"]] == [image().environment["HTTP_PORT"]]


# ------------------------------------------------------------------ the unit


def test_unit_runs_what_its_instructions_install() -> None:
    service = unit()
    said = commands(INSTRUCTIONS)
    home, state = service["WorkingDirectory"], f"/var/lib/{service['StateDirectory']}"
    assert service["ExecStart"] == f"{home}/.venv/bin/python -m bot"
    assert service["User"] == service["Group"]
    assert int(service["RestartPreventExitStatus"]) == os.EX_CONFIG
    assert f"git archive HEAD | tar -xm -C {home}" in said
    assert f"make -C {home} install" in said
    assert f"useradd --system --home-dir {state} --shell /usr/sbin/nologin {service['User']}" in said
    assert f"install -m 640 -g {service['Group']} .env.example {service['EnvironmentFile']}" in said
    assert f"ln -s {service['EnvironmentFile']} {home}/.env" in said
    assert "install -m 644 deploy/briefings.service /etc/systemd/system/" in said


def test_instructions_set_what_the_bot_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = shutil.copy(ROOT / ".env.example", tmp_path / ".env")
    edits = [
        line.replace("/etc/briefings.env", str(place)) for line in commands(INSTRUCTIONS) if "sed -i" in line
    ]
    for edit in edits:
        subprocess.run(["/bin/sh", "-c", edit], check=True)
    monkeypatch.chdir(tmp_path)
    read, state = Settings(), Path("/var/lib") / unit()["StateDirectory"]
    assert read.seeds_dir == state / "seeds"
    assert read.database_url == f"sqlite+aiosqlite:///{state}/briefings.db"
    assert read.local


def test_unit_goes_on_without_a_worker_that_memory_ran_out_for() -> None:
    assert unit()["OOMPolicy"] == "continue"


def test_install_makes_what_the_unit_runs() -> None:
    planned = subprocess.run(
        ["make", "--dry-run", "--always-make", "install"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert ".venv/bin/python -m pip install" in planned
    assert "-m bot" not in planned

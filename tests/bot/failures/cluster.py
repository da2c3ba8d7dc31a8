"""A PostgreSQL server of a test's own, that it may kill: never the machine's."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.whole.process import a_free_port

_PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin")) if os.name == "posix" else []

# A bare PATH need not name the folder where root's tools are.
RUNUSER = shutil.which("runuser", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin") or "runuser"


@dataclass(frozen=True, slots=True)
class Cluster:
    """A running server."""

    programs: Path
    folder: Path
    port: int

    @property
    def database_url(self) -> str:
        return f"postgresql+psycopg://postgres@127.0.0.1:{self.port}/postgres"

    def crash_and_restart(self) -> None:
        """As if the power had gone."""
        self._control("restart", "-m", "immediate")

    def start(self) -> None:
        self._control("start")

    def stop(self) -> None:
        self._control("stop", "-m", "immediate")

    def _control(self, *verb: str) -> None:
        options = f"-p {self.port} -h 127.0.0.1 -k {self.folder} -c max_connections=40"
        command = [self.programs / "pg_ctl", "-D", self.folder / "pg", "-l", self.folder / "log", "-w"]
        _run([*map(str, command), "-o", options, *verb])


@contextmanager
def a_cluster() -> Iterator[Cluster]:
    """A new, empty server. Skips, loudly, where there are no server programs."""
    found = shutil.which("initdb")
    programs = Path(found).parent if found else (_PROGRAMS[-1] if _PROGRAMS else None)
    if programs is None:
        pytest.skip("no PostgreSQL server programs; on Debian: apt install postgresql")
    with tempfile.TemporaryDirectory(prefix="briefings-cluster-") as name:  # pytest's is closed to others
        yield from _running(programs, Path(name))


def _running(programs: Path, folder: Path) -> Iterator[Cluster]:
    if os.geteuid() == 0:  # the server refuses to run as root
        shutil.chown(folder, "postgres", "postgres")
    made = [
        programs / "initdb",
        "-D",
        folder / "pg",
        "-U",
        "postgres",
        "-A",
        "trust",
        "--no-sync",
        "-E",
        "UTF8",
    ]
    _run(list(map(str, made)))
    cluster = Cluster(programs, folder, a_free_port())
    cluster.start()
    try:
        yield cluster
    finally:
        cluster.stop()


def _run(command: list[str]) -> None:
    as_postgres = [RUNUSER, "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*as_postgres, *command], check=True, stdout=subprocess.DEVNULL, cwd="/", timeout=240)

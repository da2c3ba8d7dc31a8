"""Settings: every default, every wrong value one line that names the setting, no secret in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.config.settings import Access, Review, Settings, misspelt, read_settings
from bot.domain.errors import SettingsError

SECRET = "hunter2hunter2"


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def test_nothing_configured_runs_the_local_chat() -> None:
    settings = read_settings()
    assert settings.local
    assert settings.editor_ids == frozenset()
    assert settings.database_url == "sqlite+aiosqlite:///var/briefings.db"
    assert settings.analysis_workers >= 1


def test_env_file_is_read_and_the_environment_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("TIMEZONE=Europe/Berlin\nKEEP_DAYS=7\nTELEGRAM_BOT_TOKEN=\n")
    monkeypatch.setenv("KEEP_DAYS", "0")
    settings = read_settings()
    assert (settings.timezone, settings.keep_days, settings.local) == ("Europe/Berlin", 0, True)


A_TOKEN = "123456789:AAFakeFakeFakeFakeFakeFakeFake_-12345"


@pytest.mark.parametrize(
    ("name", "value", "field", "wanted"),
    [
        ("EDITOR_IDS", "12, 34,", "editor_ids", frozenset({12, 34})),
        ("ACCESS", "INVITE", "access", Access.INVITE),
        ("REVIEW", "ON", "review", Review.ON),
        ("REVIEW", "true", "review", Review.ON),
        ("REVIEW", "0", "review", Review.OFF),
        ("REVIEW", "two", "review", Review.TWO),
        ("STOP_WINDOW", "0", "stop_window", 0),
        ("LOG_LEVEL", "debug", "log_level", "DEBUG"),
        ("TELEGRAM_API_URL", "http://127.0.0.1:8081/", "telegram_api_url", "http://127.0.0.1:8081"),
        ("HTTP_HOST", "::1", "http_host", "::1"),
        ("FETCH_PRIVATE", "on", "fetch_private", True),
        ("FETCH_CONTACT", "https://news.test/about", "fetch_contact", "https://news.test/about"),
    ],
)
def test_value_is_understood(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, field: str, wanted: object
) -> None:
    monkeypatch.setenv(name, value)
    assert getattr(read_settings(), field) == wanted


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        (
            "TELEGRAM_BOT_TOKEN",
            SECRET,
            "TELEGRAM_BOT_TOKEN: is not a bot token (digits, a colon, letters, as BotFather gives it)",
        ),
        ("TELEGRAM_API_URL", "ftp://x", "TELEGRAM_API_URL: is not an http or https address"),
        ("SEEDS_DIR", "a-file", "SEEDS_DIR: a-file is not a folder"),
        (
            "FETCH_CONTACT",
            "me\r\nX-Injected: 1",
            "FETCH_CONTACT: is not an address or page (up to 200 visible ASCII characters, no brackets)",
        ),
        ("FETCH_SHORTEST", "30000", "FETCH_SHORTEST: is longer than FETCH_LONGEST"),
        ("FETCH_SHORTEST", "0", "FETCH_SHORTEST: Input should be greater than or equal to 10"),
        (
            "DATABASE_URL",
            "mysql://x",
            "DATABASE_URL: must begin with sqlite+aiosqlite:/// or postgresql+psycopg://",
        ),
        (
            "DATABASE_URL",
            "postgresql+psycopg://me:pa@ss@host/db",
            "DATABASE_URL: an @ or / in a user's name or password is written %40 or %2F",
        ),
        (
            "DATABASE_URL",
            "postgresql+psycopg://me:p/a@host/db",
            "DATABASE_URL: an @ or / in a user's name or password is written %40 or %2F",
        ),
        ("TIMEZONE", A_TOKEN, "TIMEZONE: '<token>' is not an IANA time zone such as Europe/Berlin"),
        ("EDITOR_IDS", A_TOKEN, "EDITOR_IDS: '<token>' is not a Telegram user id"),
        ("TELEGRAM_API_URL", "http://x:99999", "TELEGRAM_API_URL: is not an http or https address"),
        ("TELEGRAM_API_URL", "http://[::1", "TELEGRAM_API_URL: is not an http or https address"),
        ("WEBHOOK_URL", "https://a b", "WEBHOOK_URL: is not an http or https address"),
        ("HTTP_HOST", "é" * 100, "HTTP_HOST: is not a host's name or address"),
        ("KEEP_DAYS", "999999999", "KEEP_DAYS: Input should be less than or equal to 36500"),
        ("SEEDS_DIR", "\udcff", "SEEDS_DIR: is not UTF-8 text"),
        ("SPACY_MODEL", "\udcff", "SPACY_MODEL: is not UTF-8 text"),
        ("EDITOR_IDS", "9" * 17, f"EDITOR_IDS: '{'9' * 17}' is not a Telegram user id"),
        ("EDITOR_IDS", "12;34", "EDITOR_IDS: '12;34' is not a Telegram user id"),
        ("TIMEZONE", "Mars", "TIMEZONE: 'Mars' is not an IANA time zone such as Europe/Berlin"),
        ("HTTP_PORT", "70000", "HTTP_PORT: Input should be less than or equal to 65535"),
        (
            "HTTP_HOST",
            "0.0.0.0",
            "HTTP_HOST: the local chat listens on loopback only; set TELEGRAM_BOT_TOKEN or use 127.0.0.1",
        ),
        ("WEBHOOK_URL", "https://x.example", "WEBHOOK_SECRET: is needed with WEBHOOK_URL"),
        ("WEBHOOK_SECRET", "a b", "WEBHOOK_SECRET: may hold 1 to 256 of A-Z a-z 0-9 _ -"),
        ("ANALYSIS_WORKERS", "0", "ANALYSIS_WORKERS: Input should be greater than or equal to 1"),
        ("MESSAGES_PER_SECOND", "0", "MESSAGES_PER_SECOND: Input should be greater than 0"),
        ("ACCESS", "closed", "ACCESS: Input should be 'open' or 'invite'"),
        ("KEEP_DAYS", "-1", "KEEP_DAYS: Input should be greater than or equal to 0"),
        ("REVIEW", "maybe", "REVIEW: Input should be 'off', 'on' or 'two'"),
        ("LOG_LEVEL", "loud", "LOG_LEVEL: Input should be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
        ("LOG_FORMAT", "xml", "LOG_FORMAT: Input should be 'text' or 'json'"),
    ],
)
def test_wrong_value_stops_the_start_with_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str, line: str
) -> None:
    (tmp_path / "a-file").touch()
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as fault:
        read_settings()
    assert str(fault.value) == line


def test_folder_that_may_not_be_looked_at_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setenv("SEEDS_DIR", "/home/ada/news")
    monkeypatch.setattr(Path, "exists", refuse)
    with pytest.raises(SettingsError) as fault:
        read_settings()
    assert str(fault.value) == "SEEDS_DIR: /home/ada/news cannot be looked at (Permission denied)"


def test_every_fault_has_its_line_and_no_secret_is_in_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", SECRET)
    monkeypatch.setenv("KEEP_DAYS", "x")
    with pytest.raises(SettingsError) as fault:
        read_settings()
    lines = str(fault.value).splitlines()
    assert [line.split(":")[0] for line in lines] == ["TELEGRAM_BOT_TOKEN", "KEEP_DAYS"]
    assert SECRET not in str(fault.value)


@pytest.mark.parametrize(
    ("make", "line"),
    [
        (lambda file: file.symlink_to("/proc/self/mem"), ".env: cannot be read (Input/output error)"),
        (lambda file: file.write_bytes(b"TIMEZONE=\xff"), ".env: is not UTF-8 text"),
    ],
    ids=["unreadable", "no-text"],
)
def test_env_file_that_cannot_be_read_is_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, make: Callable[[Path], object], line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    make(tmp_path / ".env")
    with pytest.raises(SettingsError) as fault:
        read_settings()
    assert str(fault.value) == line


def test_misspelt_setting_is_told(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("TIMEZON=Europe/Berlin\nexport EDITORS_IDS=1\nPGDATA=/x\nKEEP_DAYS=3\n#REVIEWS=on\n")
    assert misspelt(file) == (
        f"{file}: TIMEZON is no setting; TIMEZONE is meant?",
        f"{file}: EDITORS_IDS is no setting; EDITOR_IDS is meant?",
    )
    assert misspelt(tmp_path / "none") == ()


def test_env_example_names_every_setting_and_no_other() -> None:
    example = (Path(__file__).parents[2] / ".env.example").read_text()
    named = {
        line.lstrip("#").split("=")[0] for line in example.splitlines() if "=" in line and line[1:2] != " "
    }
    assert named == {name.upper() for name in Settings.model_fields}

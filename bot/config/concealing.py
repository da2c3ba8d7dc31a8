"""Secrets in words, wherever they come from: what is logged, printed or served passes by here."""

import re

# A bot token wherever it stands, in a URL or alone; also what another bot's user pasted into a chat.
_TOKEN = re.compile(r"(?<!\d)\d{3,}:[A-Za-z0-9_-]{10,}")
_PASSWORD = re.compile(r"(://[^:/@\s]*):[^/\s]*@")  # up to the last @: a password can hold one
_IN_QUERY = re.compile(r"(?i)((?:password|passwd|passfile|sslkey|sslpassword|sslcert|secret)=)[^&\s'\"]+")
_WEBHOOK = re.compile(r"""(secret_token['"]?\s*[:=]\s*['"]?)[A-Za-z0-9_-]+""")  # the library logs its calls


def conceal(text: str) -> str:
    """The text with bot tokens, passwords of addresses and the webhook's secret blotted out."""
    text = _PASSWORD.sub(r"\1:***@", _TOKEN.sub("<token>", text))
    return _WEBHOOK.sub(r"\1***", _IN_QUERY.sub(r"\1***", text))

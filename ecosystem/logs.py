"""What goes to the log: what broke and where. No addresses, no tokens, nothing that people wrote."""

import logging
import traceback
from typing import Any


class Discreet(logging.Formatter):
    """Tells an error by its type and the lines of code it went through.

    Its words are left out: those of a database name the row that failed, with all that somebody typed into it.
    """

    def formatException(self, ei: Any) -> str:  # noqa: N802 (the name is logging's)
        return "\n".join(_told(ei[1]))

    def formatStack(self, stack_info: str) -> str:  # noqa: N802 (the name is logging's)
        return ""


def _told(error: BaseException | None) -> list[str]:
    lines: list[str] = []
    while error is not None and len(lines) < 200:
        frames = "".join(traceback.format_tb(error.__traceback__)).rstrip()
        kind = f"{type(error).__module__}.{type(error).__qualname__}"
        lines = [frames, kind, *(["… which led to:"] if lines else []), *lines]
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return [line for line in lines if line]


def without_addresses(record: logging.LogRecord) -> bool:
    """Django names the address that failed, and an address may be a key: an invitation's is. Say the page's name."""
    request = getattr(record, "request", None)
    if request is not None:
        match = getattr(request, "resolver_match", None)
        page = getattr(match, "view_name", "") or "no page"
        record.msg, record.args = "%s %s", (getattr(record, "status_code", record.levelname), page)
    return True


def logging_to_console(level: str) -> dict[str, Any]:
    """Django's own handlers go: they would send whole requests by mail."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"without_addresses": {"()": lambda: without_addresses}},
        "formatters": {"discreet": {"()": Discreet, "format": "%(levelname)s %(name)s: %(message)s"}},
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": "discreet",
                "filters": ["without_addresses"],
            }
        },
        "loggers": {"django": {"handlers": [], "propagate": True}},
        "root": {"handlers": ["console"], "level": level},
    }

"""A variable that a template of ours names and nobody gave is a mistake, not an empty place."""

import inspect
from pathlib import Path

OURS = str(Path(__file__).resolve().parent.parent / "templates")


class UndefinedVariableError(Exception):
    """A template of ours used a variable that its view did not give."""


class Undefined(str):
    """Django's `string_if_invalid`: raises in our templates, stays empty in other people's."""

    def __contains__(self, key: object) -> bool:
        return key == "%s"

    def __mod__(self, variable: object) -> str:
        origin = self._origin()
        if origin.startswith(OURS):
            raise UndefinedVariableError(f"{variable} in {origin.removeprefix(OURS)}")
        return ""

    @staticmethod
    def _origin() -> str:
        """The template being rendered, found as the innermost node with an origin."""
        frame = inspect.currentframe()
        while frame := frame and frame.f_back:
            node = frame.f_locals.get("self")
            if (origin := getattr(node, "origin", None)) is not None and hasattr(node, "token"):
                return str(getattr(origin, "name", ""))
        return ""

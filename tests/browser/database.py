"""A world of the browser's own: built once, cloned whenever a test has changed it, walled like the real one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, connections

from ecosystem.tenancy.pg.roles import as_owner


class WorldDatabase:
    """Names what every connection of this process uses. Other tests' databases stay as they are."""

    def __init__(self) -> None:
        self.home = connections["default"].settings_dict["NAME"]
        self.template, self.number = f"{self.home}_world", 0
        self.made: list[str] = []

    def build(self, fill: Any) -> Any:
        """Fill the template; give back what `fill` gives back."""
        self._create(self.template, like=self.home)
        self._use(self.template)
        found = fill()
        self.restore()
        return found

    def restore(self) -> None:
        """A fresh copy of the world under a new name: a request still on its way cannot hold it up."""
        self.number += 1
        name = f"{self.home}_live{self.number}"
        self._use(name)
        self._create(name, like=self.template)

    def leave(self) -> None:
        self._use(self.home)
        with self._owner_cursor() as cursor:
            for name in self.made:
                cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')

    def _create(self, name: str, like: str) -> None:
        connections.close_all()
        with self._owner_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
        self.made.append(name)

    @staticmethod
    def _use(name: str) -> None:
        connections.close_all()
        for alias in connections:
            connections[alias].settings_dict["NAME"] = name
            connections.settings[alias]["NAME"] = name  # for the connections of the server's threads

    @staticmethod
    @contextmanager
    def _owner_cursor() -> Iterator[Any]:
        with as_owner(), connection._nodb_cursor() as cursor:
            yield cursor

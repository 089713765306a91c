"""Envelope encryption: a master key outside of the database wraps data keys, a data key encrypts words.

Tokens are padded to a multiple of 256 bytes, so that length tells little, and bound to the place where they are
stored: words moved to another row, person or coalition do not open.
"""

import os
import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from ecosystem.privacy.models import DataKey, KeyOwner
from ecosystem.tenancy.scope import require_coalition

BLOCK = 256
NONCE_BYTES = 12
KEY_BYTES = 32
HEADER = struct.Struct(">BH")
LENGTH = struct.Struct(">I")
FORMAT = 1


class CannotOpen(Exception):
    """The words were sealed for somebody else, were tampered with, or their key is gone."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose key is used."""

    kind: str
    id: UUID

    @classmethod
    def coalition(cls) -> Self:
        return cls(KeyOwner.COALITION, require_coalition())

    @classmethod
    def member(cls, membership_id: UUID) -> Self:
        return cls(KeyOwner.MEMBER, membership_id)

    @classmethod
    def record(cls, record_id: UUID) -> Self:
        return cls(KeyOwner.RECORD, record_id)

    def binding(self) -> bytes:
        return f"{require_coalition()}|{self.kind}|{self.id}".encode()


def encrypt(words: str, *, owner: Owner, bound_to: str, using: str = "default") -> bytes:
    """Seal words with the owner's key, which is made on first use. `bound_to` names the row and column.

    `using` is the connection on which the key is looked for and made: the one on which the words will be stored.
    """
    raw = words.encode()
    padded = LENGTH.pack(len(raw)) + raw
    padded += b"\0" * (-len(padded) % BLOCK)
    nonce = os.urandom(NONCE_BYTES)
    return bytes([FORMAT]) + nonce + AESGCM(_key(owner, using)).encrypt(nonce, padded, _associated(owner, bound_to))


def decrypt(token: bytes, *, owner: Owner, bound_to: str) -> str:
    """Open what `encrypt` sealed.

    Raises:
        CannotOpen: another owner, another place, tampering, or the key was destroyed.
    """
    row = DataKey.objects.filter(owner_kind=owner.kind, owner_id=owner.id).first()
    if row is None:
        raise CannotOpen
    return _opened(bytes(token), _unwrap(bytes(row.wrapped), owner), _associated(owner, bound_to))


def _opened(token: bytes, key: bytes, associated: bytes) -> str:
    nonce, sealed = token[1 : 1 + NONCE_BYTES], token[1 + NONCE_BYTES :]
    try:
        padded = AESGCM(key).decrypt(nonce, sealed, associated)
    except (InvalidTag, ValueError) as error:  # a token cut short has no nonce
        raise CannotOpen from error
    (length,) = LENGTH.unpack(padded[: LENGTH.size])
    return padded[LENGTH.size : LENGTH.size + length].decode()


def opener(owner: Owner) -> Callable[[bytes, str], str]:
    """Opens many tokens of one owner; the key is asked for once. Takes the token and what it is bound to.

    The function that comes back raises CannotOpen, as `decrypt` does.
    """
    row = DataKey.objects.filter(owner_kind=owner.kind, owner_id=owner.id).first()
    key = _unwrap(bytes(row.wrapped), owner) if row else None

    def open_one(token: bytes, bound_to: str) -> str:
        if key is None:
            raise CannotOpen
        return _opened(bytes(token), key, _associated(owner, bound_to))

    return open_one


def destroy(owner: Owner) -> None:
    """Delete the owner's key: all that it sealed is gone, in every copy that lacks the master key."""
    DataKey.objects.filter(owner_kind=owner.kind, owner_id=owner.id).delete()


def rewrap_keys() -> int:
    """Wrap this coalition's keys with the newest master key. Returns how many changed."""
    newest = max(settings.MASTER_KEYS)
    changed = 0
    for row in DataKey.objects.all():
        owner = Owner(row.owner_kind, row.owner_id)
        if HEADER.unpack(bytes(row.wrapped)[: HEADER.size])[1] != newest:
            row.wrapped = _wrap(_unwrap(bytes(row.wrapped), owner), owner)
            row.save(update_fields=["wrapped"])
            changed += 1
    return changed


def _key(owner: Owner, using: str) -> bytes:
    fresh = os.urandom(KEY_BYTES)
    row, _ = DataKey.objects.using(using).get_or_create(
        owner_kind=owner.kind, owner_id=owner.id, defaults={"wrapped": _wrap(fresh, owner)}
    )
    return _unwrap(bytes(row.wrapped), owner)


def _associated(owner: Owner, bound_to: str) -> bytes:
    return owner.binding() + b"|" + bound_to.encode()


def _wrap(raw: bytes, owner: Owner) -> bytes:
    number, nonce = max(settings.MASTER_KEYS), os.urandom(NONCE_BYTES)
    sealed = AESGCM(settings.MASTER_KEYS[number]).encrypt(nonce, raw, owner.binding())
    return HEADER.pack(FORMAT, number) + nonce + sealed


def _unwrap(blob: bytes, owner: Owner) -> bytes:
    _, number = HEADER.unpack(blob[: HEADER.size])
    nonce, sealed = blob[HEADER.size : HEADER.size + NONCE_BYTES], blob[HEADER.size + NONCE_BYTES :]
    try:
        return AESGCM(settings.MASTER_KEYS[number]).decrypt(nonce, sealed, owner.binding())
    except (InvalidTag, KeyError) as error:
        raise CannotOpen from error

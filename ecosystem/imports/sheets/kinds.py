"""What a file really is, by its first bytes; its name is only a hint."""

import zipfile
from io import BytesIO
from pathlib import Path

from ecosystem.imports.sheets.errors import SheetError

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"\0\0\0\x18ftyp", b"\0\0\0\x1cftyp")
ARCHIVES = (b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"BZh91AY", b"\xfd7zXZ")


def file_kind(path: Path) -> str:
    """One of `xlsx`, `ods`, `text`; anything else is refused by its own name."""
    with path.open("rb") as stream:
        head = stream.read(4096)
    if not head.strip(b" \t\r\n\xef\xbb\xbf\xff\xfe\0"):
        raise SheetError("empty" if b"\0" not in head or head[:2] in (b"\xff\xfe", b"\xfe\xff") else "nul")
    refuse_other_kinds(head, path)
    return zip_kind(path) if head.startswith(b"PK") else "text"


def refuse_other_kinds(head: bytes, path: Path) -> None:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"%PDF-"):
        raise SheetError("pdf")
    if head.startswith(OLD_OFFICE):
        raise SheetError(old_office_kind(path))
    if head.startswith(PICTURES) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP"):
        raise SheetError("picture")
    if head.startswith(ARCHIVES):
        raise SheetError("archive")
    if start.startswith(b"{\\rtf"):
        raise SheetError("word")
    if start[:200].lower().startswith((b"<!doctype", b"<html", b"<?xml", b"<table", b"<meta", b"<head")):
        raise SheetError("web_page")


def old_office_kind(path: Path) -> str:
    """An old container holds either an old workbook or a new one behind a password."""
    with path.open("rb") as stream:
        data = stream.read(2_000_000)
    names = {name: name.encode("utf-16-le") for name in ("EncryptedPackage", "WordDocument")}
    if names["EncryptedPackage"] in data:
        return "password"
    return "word" if names["WordDocument"] in data else "old_excel"


def zip_kind(path: Path) -> str:
    try:
        with zipfile.ZipFile(BytesIO(path.read_bytes())) as archive:
            names = set(archive.namelist())
            media = archive.read("mimetype")[:100] if "mimetype" in names else b""
    except Exception as error:  # a broken archive breaks zipfile in many ways; all mean the same
        raise SheetError("damaged") from error
    if "xl/workbook.xml" in names:
        return "xlsx"
    if b"opendocument.spreadsheet" in media:
        return "ods"
    if "xl/workbook.bin" in names:
        raise SheetError("not_a_spreadsheet")
    if "word/document.xml" in names or b"opendocument.text" in media:
        raise SheetError("word")
    raise SheetError("not_a_spreadsheet" if "[Content_Types].xml" in names else "archive")

"""Spreadsheets made by hand for the tests of imports. No database is needed here."""

import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest


@pytest.fixture
def make_xlsx() -> Callable[..., bytes]:
    def make(**sheets: list[list[object]]) -> bytes:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    return make


@pytest.fixture
def make_ods() -> Callable[[str], bytes]:
    def make(rows_xml: str) -> bytes:
        content = (
            '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
            'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>'
            f'<office:spreadsheet><table:table table:name="Grupos">{rows_xml}</table:table></office:spreadsheet>'
            "</office:body></office:document-content>"
        )
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr("content.xml", content)
            archive.writestr(
                "META-INF/manifest.xml",
                '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
            )
        return out.getvalue()

    return make


@pytest.fixture
def rewritten() -> Callable[..., bytes]:
    """An archive with some parts replaced or added."""

    def rewrite(data: bytes, **parts: bytes) -> bytes:
        changed = {name.replace("__", "/").replace("_xml", ".xml"): part for name, part in parts.items()}
        out = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(data)) as old,
            zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for name in old.namelist():
                if name not in changed:
                    new.writestr(name, old.read(name))
            for name, part in changed.items():
                new.writestr(name, part)
        return out.getvalue()

    return rewrite

"""The style sheets that a deployment serves are those of its code, also after an upgrade."""

from pathlib import Path

from django.core.files.storage import FileSystemStorage

from ecosystem.ui.storage import SHEET, HouseStaticFilesStorage

PART = "css/parts.css"


def collected(storage, source):
    """What collectstatic leaves where only the part has changed: it does not copy the sheet again."""
    (Path(storage.location) / PART).write_text((Path(source.location) / PART).read_text())
    list(storage.post_process({name: (source, name) for name in (SHEET, PART)}))
    return (Path(storage.location) / SHEET).read_text()


def test_a_change_in_a_part_reaches_the_folded_sheet_of_a_second_collection(tmp_path):
    source, storage = FileSystemStorage(tmp_path / "source"), HouseStaticFilesStorage(tmp_path / "served")
    for place in (tmp_path / "source" / "css", tmp_path / "served" / "css"):
        place.mkdir(parents=True)
        (place / "app.css").write_text('@import url("parts.css") layer(parts);')
    (tmp_path / "source" / PART).write_text(".old { color: red }\n")
    collected(storage, source)
    (tmp_path / "source" / PART).write_text(".new { color: red }\n")

    assert collected(storage, source) == "@layer parts {\n.new { color: red }\n}"

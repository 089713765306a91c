"""What can be wrong with a whole file, in one sentence that a tired person understands."""

from typing import Any

from ecosystem.imports.words import gettext_noop

MESSAGES = {
    "empty": gettext_noop("This file is empty."),
    "too_large": gettext_noop("This file has %(size)s MB. The most we can take is %(limit)s MB."),
    "pdf": gettext_noop("This is a PDF, not a spreadsheet. Ask for the spreadsheet that it was made from."),
    "picture": gettext_noop("This is a picture, not a spreadsheet."),
    "web_page": gettext_noop("This is a web page, not a spreadsheet. Open it and save it as XLSX or CSV."),
    "old_excel": gettext_noop("This is an old Excel file. Open it and save it as XLSX or CSV."),
    "word": gettext_noop("This is a text document, not a spreadsheet. Copy its table into a spreadsheet."),
    "archive": gettext_noop("This is an archive. Unpack it and upload the spreadsheet inside."),
    "not_a_spreadsheet": gettext_noop("We cannot read this as a spreadsheet. Save it as XLSX or CSV."),
    "password": gettext_noop("This file is locked with a password. Save a copy without one."),
    "damaged": gettext_noop("This file is damaged or was not uploaded whole. Save it again and try once more."),
    "inflates": gettext_noop("This file is packed so tightly that it would not be safe to open."),
    "too_many_parts": gettext_noop("This file has too many parts inside to be a normal spreadsheet."),
    "entities": gettext_noop("This file holds instructions that a spreadsheet does not need. Save it again as XLSX."),
    "far_cell": gettext_noop("There is something in cell %(cell)s, very far out. Clear it and save again."),
    "nul": gettext_noop("This file has bytes that are not text. Save it as XLSX or as CSV in UTF-8."),
    "cell_too_long": gettext_noop(
        "Sheet “%(sheet)s”, cell %(cell)s, has %(length)s characters. The most we can take is %(limit)s."
    ),
    "too_many_rows": gettext_noop("Sheet “%(sheet)s” has more than %(limit)s rows. Split it into several files."),
    "too_many_columns": gettext_noop("Sheet “%(sheet)s” has more than %(limit)s columns."),
    "too_much_text": gettext_noop("This file holds too much text. Split it into several files."),
    "too_much_memory": gettext_noop("This file needs too much memory to read. Split it into several files."),
    "too_slow": gettext_noop("Reading this file takes too long. Split it into several files."),
}


class SheetError(Exception):
    """The file cannot be read. `code` names the sentence, `params` fill it."""

    def __init__(self, code: str, **params: Any) -> None:
        self.code = code
        self.params = params
        super().__init__(MESSAGES[code] % params)

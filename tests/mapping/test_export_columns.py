"""What lists write into files, the importer can read."""

from typing import Any

import pytest

from ecosystem.imports.folding import header_words
from mapping.exports.columns import columns_of
from mapping.imports.words import names
from mapping.queries.lists.vocabulary import Vocabulary


@pytest.mark.parametrize("noun", ["resource", "organization"])
def test_the_importer_knows_every_heading_in_both_languages(noun: str) -> None:
    unknown: list[Any] = []
    for column in columns_of(noun, Vocabulary()):
        known = {header_words(name) for name in names(column.key)}
        unknown += [(column.key, heading) for heading in (column.en, column.es) if header_words(heading) not in known]

    assert unknown == []

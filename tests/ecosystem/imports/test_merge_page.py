"""The page on which two sides are laid beside each other names them as they are."""

import pytest

from ecosystem.imports.models import RowState, StagedRow
from ecosystem.tenancy.scope import coalition_scope
from tests.ecosystem.imports.worlds import ROWS, changed, csv_of, staged


@pytest.fixture
def twin(north):
    """The second row is the first once more, with other hours."""
    with coalition_scope(north.pk):
        spreadsheet = staged(csv_of([ROWS[0], changed(ROWS, 0, 4, "Tue 3-5pm")[0]]))
        return spreadsheet, StagedRow.objects.get(state=RowState.DUPLICATE)


def test_a_row_like_another_of_the_same_file_is_not_called_ours(client, north, ada, twin):
    spreadsheet, row = twin
    client.force_login(ada.user)

    page = client.get(f"/c/north/map/import/{spreadsheet.pk}/rows/{row.pk}/merge/").content.decode()

    assert [f'<th scope="col">{words}</th>' in page for words in ("Row 2", "Row 3", "Ours")] == [True, True, False]


def test_headers_are_not_counted_as_rows(north):
    with coalition_scope(north.pk):
        assert staged(csv_of(ROWS)).plan[0]["row_count"] == len(ROWS)

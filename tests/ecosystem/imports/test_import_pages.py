"""The four steps in a browser's hands: who may, what is shown, what is escaped, and whose rows they are."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ecosystem.imports.models import Spreadsheet, StagedRow
from ecosystem.tenancy.scope import coalition_scope
from mapping.models import Organization, Resource
from tests.ecosystem.imports.worlds import ROWS, csv_of, merged, staged

PAGES = ("", "add/")


def upload(client, content: bytes, name: str = "groups.csv"):
    return client.post("/c/north/map/import/add/", {"target": "groups", "file": SimpleUploadedFile(name, content)})


@pytest.fixture
def waiting(north, ada, client):
    """A spreadsheet of ada's that waits at its rows."""
    client.force_login(ada.user)
    with coalition_scope(north.pk):
        return staged(csv_of(ROWS))


@pytest.mark.parametrize("page", PAGES)
def test_only_admins_bring_spreadsheets_in(client, ana, ben, cleo, page):
    statuses = []
    for person in (ana, ben, cleo):
        client.force_login(person.user)
        statuses.append(client.get(f"/c/north/map/import/{page}").status_code)

    assert statuses == [403, 403, 404]


def test_an_admin_walks_through_the_four_steps(client, north, ada):
    client.force_login(ada.user)

    file_page = upload(client, csv_of(ROWS))
    address = file_page["Location"].removesuffix("file/")
    columns_page = client.post(file_page["Location"], {"sheet_0": "on", "header_0": "1"})
    rows_page = client.post(columns_page["Location"], {})
    rows = client.get(rows_page["Location"])
    done_page = client.post(f"{address}merge/")
    done = client.get(done_page["Location"])

    assert [page.status_code for page in (file_page, columns_page, rows_page, rows, done_page, done)] == [
        302,
        302,
        302,
        200,
        302,
        200,
    ]
    assert "Put 4 rows on the map" in rows.content.decode()
    assert "4 rows are on the map" in done.content.decode()
    with coalition_scope(north.pk):
        assert Resource.objects.count() == 4


def test_undo_is_on_the_last_page(client, north, ada):
    client.force_login(ada.user)
    with coalition_scope(north.pk):
        spreadsheet = merged(csv_of(ROWS))

    client.post(f"/c/north/map/import/{spreadsheet.pk}/undo/")
    page = client.get(f"/c/north/map/import/{spreadsheet.pk}/done/")

    assert "This import was taken back" in page.content.decode()
    with coalition_scope(north.pk):
        assert Organization.objects.count() == 0


def test_cells_are_shown_as_they_stand_and_never_run(client, north, ada):
    client.force_login(ada.user)
    with coalition_scope(north.pk):
        spreadsheet = staged(csv_of([["<script>alert(1)</script>", *[""] * 10]]))

    page = client.get(f"/c/north/map/import/{spreadsheet.pk}/rows/").content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert(1)" not in page


def test_wrong_rows_are_downloaded_disarmed(client, north, ada):
    client.force_login(ada.user)
    with coalition_scope(north.pk):
        spreadsheet = staged(csv_of([["=HYPERLINK(1)", "", "", "555-01", *[""] * 7]]))

    lines = (
        client.get(f"/c/north/map/import/{spreadsheet.pk}/rows/needs-a-look.csv")
        .content.decode("utf-8-sig")
        .splitlines()
    )

    assert lines[1].startswith("2,2 digits are missing.,'=HYPERLINK(1)")


def test_a_cell_is_corrected_from_the_page(client, north, ada):
    client.force_login(ada.user)
    with coalition_scope(north.pk):
        spreadsheet = staged(csv_of([["Night Gym", "", "", "555-01", *[""] * 7]]))
        row = StagedRow.objects.get()

    client.post(f"/c/north/map/import/{spreadsheet.pk}/rows/{row.pk}/correct/", {"column": "3", "text": "412-555-0134"})

    with coalition_scope(north.pk):
        assert StagedRow.objects.get().state == "new"


def test_the_row_comes_back_alone_for_htmx(client, waiting, north):
    with coalition_scope(north.pk):
        row = StagedRow.objects.order_by("position").first()

    page = client.post(
        f"/c/north/map/import/{waiting.pk}/rows/{row.pk}/decide/",
        {"decision": "leave", "keys": "area,phone"},
        headers={"HX-Request": "true"},
    ).content.decode()

    assert page.strip().startswith('<tr id="row-0" class="t-skipped">')


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.csv", b"", "There is nothing in this file."),
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n" + b"0" * 100, "This is a picture, not a spreadsheet."),
        ("paper.pdf", b"%PDF-1.7 " + b"0" * 100, "This is a PDF, not a spreadsheet."),
        ("nul.csv", b"name,phone\nA\0B,1\n", "This file has bytes that are not text."),
        ("long.csv", b"name,note\nA," + b"x" * 100_000 + b"\n", "has 100000 characters"),
        ("broken.xlsx", b"PK\x03\x04" + b"0" * 200, "This file is damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(client, north, ada, name, content, sentence):
    client.force_login(ada.user)

    page = upload(client, content, name)

    assert page.status_code == 422
    assert sentence in page.content.decode()
    with coalition_scope(north.pk):
        assert Spreadsheet.objects.count() == 0


def test_the_file_says_until_when_it_is_kept(client, ada):
    client.force_login(ada.user)

    assert "Then they are destroyed" in client.get("/c/north/map/import/add/").content.decode()


def test_cleo_cannot_see_the_rows_of_north(client, waiting, cleo, south):
    client.force_login(cleo.user)

    pages = [client.get(f"/c/{slug}/map/import/{waiting.pk}/rows/").status_code for slug in ("north", "south")]

    assert pages == [404, 403]  # she coordinates south, and only admins import there


def test_an_id_of_another_coalition_is_only_a_word(north, south):
    with coalition_scope(south.pk):
        merged(csv_of([["Secret of south", *[""] * 10]]))
        stolen = Resource.objects.get().pk
    headers = ["id", "name", "phone"]

    with coalition_scope(north.pk):
        merged(csv_of([[str(stolen), "Ours now", "412-555-0101"]], headers))
        mine = Resource.objects.get()

    with coalition_scope(south.pk):
        assert Resource.objects.get().name == "Secret of south"
    assert (mine.name, mine.pk != stolen) == ("Ours now", True)


def test_pages_of_rows_ask_the_database_the_same_number_of_times(client, north, ada, django_assert_max_num_queries):
    client.force_login(ada.user)
    with coalition_scope(north.pk):
        one = staged(csv_of(ROWS[:1]))
        many = staged(csv_of([[f"Group {n}", *ROWS[0][1:7], f"{n} Main St", *ROWS[0][8:]] for n in range(40)]))

    with django_assert_max_num_queries(30) as first:
        client.get(f"/c/north/map/import/{one.pk}/rows/")
    with django_assert_max_num_queries(30) as second:
        client.get(f"/c/north/map/import/{many.pk}/rows/")

    assert len(first) == len(second)


def test_nobody_is_told_to_have_chosen_headers_that_we_found(client, north, ada):
    client.force_login(ada.user)

    page = client.get(upload(client, csv_of(ROWS))["Location"])

    assert "You chose this row" not in page.content.decode()

"""Files stand behind the walls, without what was hidden in them, and go with their record."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from ecosystem.files.actions import destroy_file, store_file
from ecosystem.files.models import MOST_BYTES, StoredFile
from ecosystem.files.pictures import NotAPictureError, redrawn
from ecosystem.tenancy.scope import coalition_scope
from mapping.models import Organization
from tests.factories.mapping import OrganizationFactory


def picture(form="JPEG", mode="RGB", size=(60, 40), **options):
    out = BytesIO()
    Image.new(mode, size, 120).save(out, form, **options)
    return out.getvalue()


def with_place():
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif[0x0112] = 6  # lies on its side
    exif.get_ifd(0x8825)[1] = "N"
    return picture(exif=exif)


@pytest.fixture
def group(north):
    with coalition_scope(north.pk):
        return OrganizationFactory()


def stored(group, person, raw=None, name="fridge.jpg", purpose="picture"):
    upload = SimpleUploadedFile(name, picture() if raw is None else raw)
    return store_file(upload, ("organization", group.pk), purpose=purpose, by=person.membership)


def test_a_picture_loses_what_was_hidden_in_it_and_stands_upright():
    raw, content_type = redrawn(with_place())

    with Image.open(BytesIO(raw)) as clean:
        assert (dict(clean.getexif()), clean.size, content_type) == ({}, (40, 60), "image/jpeg")
    assert b"SecretCamera" not in raw


def test_what_lets_light_through_stays_so():
    assert redrawn(picture("PNG", "RGBA"))[1] == "image/png"


@pytest.mark.parametrize(
    "raw", [b"", b"<svg onload=alert(1)>", b"GIF89a", picture("GIF", "P"), picture("BMP"), picture()[:200]]
)
def test_what_is_no_picture_of_ours_is_refused(raw):
    with pytest.raises(NotAPictureError):
        redrawn(raw)


def test_too_many_pixels_are_refused_before_they_are_unpacked():
    with pytest.raises(NotAPictureError):
        redrawn(picture("PNG", "1", (9000, 9000)))


def test_a_page_that_calls_itself_a_pdf_is_refused(ana, group, north_scope):
    with pytest.raises(ValidationError, match="not a PDF"):
        stored(group, ana, raw=b"<html>", name="x.pdf", purpose="document")


def test_more_than_10_megabytes_are_refused(ana, group, north_scope):
    with pytest.raises(ValidationError, match="10 MB"):
        stored(group, ana, raw=b"%PDF-" + b"x" * MOST_BYTES, purpose="document")


@pytest.mark.parametrize(
    "name, kept",
    [("../../etc/passwd.jpg", "passwd.jpg"), ('a"\r\nSet-Cookie: x.jpg', "a_Set-Cookie_ x.jpg"), (".jpg", "jpg.jpg")],
)
def test_names_keep_no_path_and_no_trick(ana, group, north_scope, name, kept):
    upload = SimpleUploadedFile("x.jpg", picture())
    upload._name = name

    assert store_file(upload, ("organization", group.pk), purpose="picture", by=ana.membership).name == kept


def test_a_file_goes_with_its_record(ana, group, north_scope):
    stored(group, ana)
    Organization.objects.all().delete()

    assert StoredFile.objects.count() == 0


def test_a_file_can_be_destroyed_at_once(ana, group, north_scope):
    destroy_file(stored(group, ana), by=ana.membership)

    assert StoredFile.objects.count() == 0


def test_members_see_a_picture_and_their_browser_trusts_nothing_in_it(client, ana, ben, north, group):
    with coalition_scope(north.pk):
        file = stored(group, ana)
    client.force_login(ben.user)

    answer = client.get(f"/c/north/files/{file.pk}/")

    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Disposition"] == 'inline; filename="fridge.jpg"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_document_is_saved_and_never_opened_here(client, ana, north, group):
    with coalition_scope(north.pk):
        file = stored(group, ana, raw=b"%PDF-1.7", name="minutes.pdf", purpose="document")
    client.force_login(ana.user)

    assert client.get(f"/c/north/files/{file.pk}/")["Content-Disposition"] == 'attachment; filename="minutes.pdf"'


def test_cleo_cannot_open_a_file_of_north(client, ana, cleo, north, group):
    with coalition_scope(north.pk):
        file = stored(group, ana)
    client.force_login(cleo.user)

    assert client.get(f"/c/north/files/{file.pk}/").status_code == 404
    assert client.get(f"/c/south/files/{file.pk}/").status_code == 404

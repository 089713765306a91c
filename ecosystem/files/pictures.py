"""Pictures are drawn anew: what was hidden in the upload (place, camera, more) does not come along. No Django."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 2400


class NotAPictureError(ValueError):
    """Not a JPEG, PNG or WebP, broken, or of too many pixels."""


def redrawn(raw: bytes) -> tuple[bytes, str]:
    """The picture without its metadata, upright, at most 2400 pixels long; and its content type.

    Raises:
        NotAPictureError: see there.
    """
    try:
        with Image.open(BytesIO(raw), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:  # known before a pixel is unpacked
                raise NotAPictureError
            picture.seek(0)
            upright = ImageOps.exif_transpose(picture)
            return _written(upright)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise NotAPictureError from error


def _written(picture: Image.Image) -> tuple[bytes, str]:
    has_alpha = picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
    fresh = picture.convert("RGBA" if has_alpha else "RGB")
    fresh.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean = Image.new(fresh.mode, fresh.size)
    clean.paste(fresh)
    out = BytesIO()
    if has_alpha:
        clean.save(out, "PNG", optimize=True)
        return out.getvalue(), "image/png"
    clean.save(out, "JPEG", quality=86, optimize=True)
    return out.getvalue(), "image/jpeg"

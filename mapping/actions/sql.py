"""The SQL of the map's actions that Django cannot write. All of it is constant."""

from uuid import UUID

from django.db import connection

BLUR_HISTORY = "SELECT blur_place_history(%s)"


def blur_place_history(place_id: UUID) -> None:
    """Let a reduced place's past say what its present says: see the migration that made the function."""
    with connection.cursor() as cursor:
        cursor.execute(BLUR_HISTORY, [place_id])

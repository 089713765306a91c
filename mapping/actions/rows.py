"""Rows that belong to a group or resource and are written all at once, as a form or a spreadsheet shows them."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import models

from mapping.actions.keeping.versions import overwrite


def write_rows(rows: "models.QuerySet[Any]", wanted: Sequence[dict[str, Any]], **owner: models.Model) -> None:
    """Make the rows say what is wanted: change those with a known `id`, add those without, delete the rest."""
    there = {row.pk: row for row in rows.select_for_update()}
    kept = {row["id"] for row in wanted if row.get("id") in there}
    rows.filter(pk__in=set(there) - kept).delete()
    fresh = []
    for values in wanted:
        columns = {name: value for name, value in values.items() if name != "id"}
        if values.get("id") in kept:
            overwrite(there[values["id"]], columns)
        else:
            fresh.append(rows.model(**owner, **columns))
    rows.model._default_manager.bulk_create(fresh)


def write_links(rows: "models.QuerySet[Any]", name: str, wanted: Iterable[UUID | str], **owner: models.Model) -> None:
    """Link exactly these: `name` is the column that holds what is linked."""
    there = dict(rows.values_list(name, "pk"))
    chosen = list(dict.fromkeys(wanted))
    rows.filter(pk__in=[pk for value, pk in there.items() if value not in chosen]).delete()
    fresh = [rows.model(**owner, **{name: value}) for value in chosen if value not in there]
    rows.model._default_manager.bulk_create(fresh)

"""Row history: triggers write every change into an event table, with who did it and by which action."""

from datetime import timedelta
from typing import Any, TypeVar

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Func

Tracked = TypeVar("Tracked", bound=models.Model)


class ScopeSetting(Func):
    """The value of a transaction's setting, as a column's default in the database."""

    allowed_default = True

    def __init__(self, name: str, output_field: "models.Field[Any, Any]") -> None:
        super().__init__(models.Value(name), models.Value(True), function="current_setting", output_field=output_field)


class ScopeUser(ScopeSetting):
    template = "NULLIF(%(function)s(%(expressions)s), '')::uuid"


class ScopeWords(ScopeSetting):
    template = "COALESCE(%(function)s(%(expressions)s), '')"


SCOPE_USER = ScopeUser("app.user_id", models.UUIDField())
SCOPE_ACTOR = ScopeWords("app.actor", models.CharField())
SCOPE_ACTION = ScopeWords("app.action", models.CharField())


def tracked(*, exclude: tuple[str, ...] = ()) -> Any:
    """Keep the history of a model's rows, except of these fields.

    The event's model is called `<Model>Event`, lives beside the model and needs `Wall("<model>event")` in the
    migration. No context of pghistory's own: the trigger's row takes user and action from the scope.
    """

    def decorate(model: type[Tracked]) -> type[Tracked]:
        attributes = {
            "is_walled": True,
            "readable_by_user": False,
            "is_tracked": False,
            "undo_window": timedelta(days=30),
            "objects": models.Manager(),
            "pgh_id": models.BigAutoField(primary_key=True),
            "actor_id": models.UUIDField(
                null=True, editable=False, db_default=ScopeUser("app.user_id", models.UUIDField())
            ),
            "actor": models.CharField(
                max_length=80, editable=False, db_default=ScopeWords("app.actor", models.CharField())
            ),
            "action": models.CharField(
                max_length=80, editable=False, db_default=ScopeWords("app.action", models.CharField())
            ),
        }
        name = model.__name__.lower()[:24]
        return pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            exclude=["created_at", "updated_at", *exclude],
            obj_field=pghistory.ObjForeignKey(
                related_name="+", related_query_name="+", on_delete=models.DO_NOTHING, db_index=False
            ),
            context_field=None,  # type: ignore[arg-type] # its documentation allows None, its types do not
            attrs=attributes,
            meta={"indexes": [models.Index(fields=["coalition", "pgh_obj", "pgh_id"], name=f"{name}_past")]},
            level=pgtrigger.Statement,
        )(model)

    return decorate

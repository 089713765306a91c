"""Each model of a coalition declares what the house must know of it."""

from django.db import models

from ecosystem.tenancy.models import CoalitionKey, CoalitionOwned
from ecosystem.tenancy.registry import COALITION_TABLES


def owned() -> list[type[CoalitionOwned]]:
    return [model for model in COALITION_TABLES.values() if issubclass(model, CoalitionOwned)]


def test_tracked_models_have_events_and_others_have_none():
    events = {model.pgh_tracked_model for model in COALITION_TABLES.values() if hasattr(model, "pgh_tracked_model")}
    assert events == {model for model in owned() if model.is_tracked}


def test_personal_fields_exist():
    missing = {
        model._meta.label: name
        for model in owned()
        for name in model.personal_fields
        if name not in {field.name for field in model._meta.fields}
    }
    assert missing == {}


def test_keys_between_coalition_tables_stay_inside():
    plain = [
        f"{model._meta.label}.{field.name}"
        for model in owned()
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.ForeignKey)
        and field.related_model in COALITION_TABLES.values()
        and not isinstance(field, CoalitionKey)
    ]
    assert plain == []


def test_keys_to_people_have_no_way_back():
    back = [
        f"{model._meta.label}.{field.name}"
        for model in owned()
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.ForeignKey)
        and field.related_model not in COALITION_TABLES.values()
        and not field.remote_field.hidden
    ]
    assert back == []


def test_no_many_to_many_but_through_a_model_of_ours():
    assert [model._meta.label for model in owned() if model._meta.local_many_to_many] == []


def test_every_unique_constraint_names_the_coalition():
    loose = [
        f"{model._meta.label}: {constraint.name}"
        for model in owned()
        for constraint in model._meta.constraints
        if isinstance(constraint, models.UniqueConstraint) and "coalition" not in constraint.fields
    ]
    loose += [
        f"{model._meta.label}.{field.name}"
        for model in owned()
        for field in model._meta.local_concrete_fields
        if field.unique and not field.primary_key
    ]
    assert loose == []

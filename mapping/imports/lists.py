"""Words that stand for something on the map: areas, kinds, moments, likelihoods, in both languages."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import override

from ecosystem.imports.folding import folded
from ecosystem.imports.values import Choices
from mapping.models import (
    Area,
    FundingKind,
    Likelihood,
    Moment,
    Neighborhood,
    OrganizationKind,
    Population,
    Precision,
    Question,
    ResourceStatus,
)

ALSO: dict[type[models.TextChoices], dict[str, str]] = {
    Moment: {
        "basic_needs": "basic needs | necesidades básicas | meets needs | basics",
        "prevents": "prevention | prevent | prevents | prevención | previene | before",
        "interrupts": "crisis | interrupts | intervention | interrupt | interrumpe | during | crisis response | emergencia",
        "heals": "healing | heals | aftercare | after | sana | sanación | sanar | recovery",
        "changes": "changes conditions | change | organizing | cambio | cambia condiciones | advocacy",
    },
    Likelihood: {
        "never": "never | no | nunca | n | not at all | jamás",
        "if_asked": "if asked | only if asked | on request | si lo piden | solo si lo piden | solo si la persona lo pide | if the person asks",
        "policy": "policy | when required | when policy requires | if required | by law | when the law requires | yes | y | "
        "sí | si | mandated | por política | por ley | si la ley obliga | cuando la ley lo exige | mandatory reporter | likely",
        "routine": "routine | routinely | always | often | siempre | de rutina | usually | very likely",
        "unknown": "unknown | ? | no sé | don't know | not sure | unsure | u | desconocido | n/a",
    },
    ResourceStatus: {
        "open": "open | active | yes | y | running | abierto | activo | sí | si | x | 1 | true | current",
        "paused": "paused | on hold | pausado | en pausa | seasonal break | suspended | temporarily closed",
        "closed": "closed | inactive | no | n | cerrado | inactivo | 0 | ended | false | permanently closed",
        "unknown": "unknown | ? | desconocido | not sure",
    },
    FundingKind: {
        "government": "government | state | federal | city | county | public | gobierno | estado",
        "foundation": "foundation | grant | grants | foundations | fundación | subvención",
        "mutual_aid": "mutual aid | donations | donation | ayuda mutua | donaciones | gifts",
        "membership": "membership | dues | members | cuotas | membresía",
        "earned": "earned | sales | fees | ventas | ingresos propios",
        "other": "other | otro | otra | mixed",
    },
    OrganizationKind: {
        "organization": "organization | nonprofit | 501c3 | ngo | organización | ong | agency",
        "informal": "informal | informal group | collective | mutual aid group | grupo informal | colectivo",
        "program": "program | programa | project | proyecto",
        "place": "place | lugar | site | store | church | iglesia | library",
        "role": "role | trusted role | person | rol de confianza | elder | promotora",
        "ally": "ally | aliado | aliada",
        "state_body": "state body | government office | police | city office | oficina de gobierno | institución del estado | "
        "cuerpo del estado",
    },
    Precision: {
        "exact": "exact | address | exacto | public",
        "street": "street | calle",
        "zip": "zip | zip code",
        "neighborhood": "neighborhood | barrio | area",
        "hidden": "hidden | private | no | not at all | secret | oculto | privado | no mostrar",
    },
}


def listed(kind: type[models.TextChoices]) -> Choices:
    """A fixed list: its labels in every language, and other words for them."""
    words: dict[str, str] = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            words |= {str(label): value for value, label in kind.choices}
    for value, others in ALSO.get(kind, {}).items():
        words |= {word.strip(): value for word in others.split("|")}
    return Choices(words | {value: value for value in kind.values})


def bilingual(rows: Iterable[Any]) -> Choices:
    """The coalition's own list: each name in each language stands for its key."""
    pairs = [(text, row.name_key) for row in rows for text in [*row.name.values(), row.name_key] if text]
    return Choices(dict(pairs))


def areas() -> Choices:
    return bilingual(Area.objects.in_use())


def populations() -> Choices:
    return bilingual(Population.objects.all())


def neighborhoods() -> Choices:
    return Choices({row.name: row.name_key for row in Neighborhood.objects.all()})


def options(question: Question) -> Choices:
    return Choices({text: o["key"] for o in question.options for code, text in o.items() if code != "key" and text})


def label_of(kind: type[models.TextChoices], value: str) -> str:
    return str(kind(value).label) if value in kind.values else value


def key_of(text: str) -> str:
    return folded(text)[:120]


def own_names() -> dict[str, dict[str, str]]:
    """How the coalition's own lists are called on screen, by field and key."""
    around = {row.name_key: row.name for row in Neighborhood.objects.all()}
    people = {row.name_key: str(row) for row in Population.objects.all()}
    return {
        "area": {row.name_key: str(row) for row in Area.objects.all()},
        "populations": people,
        "reach": around,
        "neighborhood": around,
    }

"""The demo's two coalitions: names, areas, neighborhoods."""

from dataclasses import dataclass
from typing import Final

from ecosystem.demo.needs import DOS_ACEQUIAS, HARROW_BEND, DemoNeed


@dataclass(frozen=True)
class DemoCoalition:
    """One invented coalition. `areas` are (key, English, Spanish, tone); `places` are (name, within, ZIP codes)."""

    slug: str
    name: str
    tagline: str
    time_zone: str
    sheet: str
    areas: tuple[tuple[str, str, str, str], ...]
    places: tuple[tuple[str, str, tuple[str, ...]], ...]
    needs: tuple[DemoNeed, ...]


AREAS: Final = (
    ("food", "Food", "Comida", "accent"),
    ("streets", "Safer streets", "Calles más seguras", "clay"),
    ("childcare", "Childcare", "Cuidado infantil", "sky"),
    ("housing", "Housing", "Vivienda", "plum"),
    ("healing", "Healing", "Sanación", "accent"),
    ("crisis", "Crisis response", "Respuesta a crisis", "clay"),
    ("conflict", "Conflict", "Conflictos", "plum"),
    ("youth", "Youth", "Juventud", "sky"),
    ("elders", "Elders", "Personas mayores", "accent"),
    ("language", "Language justice", "Justicia del lenguaje", "plum"),
    ("transport", "Transport", "Transporte", "sky"),
    ("legal", "Legal help", "Ayuda legal", "accent"),
)

COALITIONS: Final = (
    DemoCoalition(
        slug="harrow-bend",
        name="Harrow Bend",
        tagline="Neighborhood care coalition",
        time_zone="America/New_York",
        sheet="harrow-bend.csv",
        areas=AREAS,
        places=(
            ("Harrow Bend", "", ()),
            ("Fifth Street", "Harrow Bend", ("43952",)),
            ("Mill Hill", "Harrow Bend", ("43952",)),
            ("Millgate", "Harrow Bend", ("43953",)),
            ("Eastlock", "Harrow Bend", ("43953",)),
            ("Station Row", "Harrow Bend", ("43950",)),
            ("Tanner Flats", "Harrow Bend", ("43950",)),
        ),
        needs=HARROW_BEND,
    ),
    DemoCoalition(
        slug="dos-acequias",
        name="Dos Acequias",
        tagline="Red vecinal de cuidado",
        time_zone="America/Denver",
        sheet="dos-acequias.csv",
        areas=tuple(row for row in AREAS if row[0] not in {"conflict", "youth", "elders", "language"}),
        places=(
            ("La Higuera", "", ("88001",)),
            ("Puente", "", ("88001",)),
            ("El Canal", "", ("88005",)),
        ),
        needs=DOS_ACEQUIAS,
    ),
)

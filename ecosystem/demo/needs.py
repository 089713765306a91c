"""What the invented neighbors of the demo need, and what answers it."""

from dataclasses import dataclass
from typing import Final

NOW, SEASON, YEAR = 3, 2, 1
WHOLE, PARTLY = "whole", "partly"


@dataclass(frozen=True)
class DemoNeed:
    """One need. `answers` are (resource, how far); `said` is a quote, `takes` are (kind, what, phase, when, cents)."""

    area: str
    summary: str
    urgency: int
    moment: str = ""
    place: str = ""
    people: str = ""
    language: str = ""
    count: int | None = None
    answers: tuple[tuple[str, str], ...] = ()
    said: str = ""
    heard: int = 0
    takes: tuple[tuple[str, str, int, str, int | None], ...] = ()
    written_in: str = "en"


HARROW_BEND: Final = (
    DemoNeed("food", "Breakfast before school", NOW, "basic_needs", people="young",
             answers=(("Orchard Street Kitchen", WHOLE),)),
    DemoNeed("food", "A fridge that is never locked", SEASON, "basic_needs", answers=(("Fridge on Fifth", WHOLE),)),
    DemoNeed("food", "Seeds and tools to grow our own", YEAR, "changes", answers=(("Eastlock Seed Swap", WHOLE),)),
    DemoNeed("food", "A kitchen with a ramp", YEAR, "basic_needs", place="Eastlock", people="disabled", heard=9),
    DemoNeed("food", "Halal and low-salt boxes", SEASON, "basic_needs", answers=(("Halal Table", PARTLY),)),
    DemoNeed("food", "Food for night workers", SEASON, "basic_needs", answers=(("Fridge on Fifth", PARTLY),)),
    DemoNeed("streets", "A calm crossing at the school", NOW, "prevents", place="Fifth Street", people="young",
             heard=31,
             takes=(("people", "Two grown-ups at each crossing", 1, "this fall", None),
                    ("money", "Vests, signs and a stipend", 1, "this fall", 240000))),
    DemoNeed("streets", "Interrupters in Eastlock too", SEASON, "interrupts", place="Eastlock",
             said="They come to Millgate. Here we call each other and hope.", heard=14),
    DemoNeed("streets", "Light under the rail bridge", YEAR, "prevents", place="Station Row"),
    DemoNeed("streets", "Somebody to walk home with after ten", SEASON, "prevents",
             answers=(("Lantern Walkers", PARTLY),)),
    DemoNeed("streets", "Calm people at bar doors", SEASON, "prevents", place="Station Row",
             answers=(("Station Row Door Hosts", WHOLE),)),
    DemoNeed("childcare", "Care in a crisis, the same day", SEASON, "interrupts", people="parents", heard=22),
    DemoNeed("childcare", "Care while people work days", NOW, "basic_needs", people="parents",
             answers=(("Millside Childcare Circle", WHOLE),)),
    DemoNeed("childcare", "Evenings and nights", SEASON, "basic_needs", people="parents",
             answers=(("Grandmothers' Room", PARTLY),)),
    DemoNeed("childcare", "Somewhere for babies under one", YEAR, "basic_needs", people="parents",
             answers=(("Library Mornings", PARTLY),)),
    DemoNeed("housing", "A bed tonight, no papers asked", NOW, "basic_needs", people="undocumented", heard=40,
             said="I slept in the laundromat because the desk wanted my fingers.",
             answers=(("Millgate Shelter Desk", PARTLY),),
             takes=(("infrastructure", "Six rooms, kitchen, two showers", 1, "before winter", None),
                    ("people", "Twelve hosts who take turns", 1, "before winter", None),
                    ("money", "Rent and heating for six months", 2, "next year", 1850000))),
    DemoNeed("housing", "Somewhere that takes a dog or a partner", NOW, "basic_needs", heard=12),
    DemoNeed("housing", "A house for people coming home", SEASON, "heals", people="returning"),
    DemoNeed("housing", "Land held in common", YEAR, "changes"),
    DemoNeed("housing", "Standing together against evictions", NOW, "prevents", place="Tanner Flats",
             answers=(("Tanner Flats Tenants' Union", WHOLE),)),
    DemoNeed("housing", "Money for a first month", SEASON, "basic_needs", answers=(("First Month Fund", PARTLY),)),
    DemoNeed("housing", "Small repairs", YEAR, "basic_needs", answers=(("Handy Neighbors", WHOLE),)),
    DemoNeed("healing", "Healing for those who hurt others", SEASON, "heals"),
    DemoNeed("healing", "A place to grieve", SEASON, "heals", answers=(("Grief Table", WHOLE),)),
    DemoNeed("healing", "Somebody to talk with, free", SEASON, "heals", answers=(("Talking Chairs", PARTLY),)),
    DemoNeed("healing", "Limpias y hierbas cerca de casa", SEASON, "heals", place="Tanner Flats", language="es",
             answers=(("Dos Ríos Healing Room", WHOLE),), written_in="es"),
    DemoNeed("crisis", "Somebody who comes in person", NOW, "interrupts", heard=27,
             said="On the phone they are kind. Then it is quiet and I am still alone.",
             answers=(("Millgate Mobile Team", WHOLE),)),
    DemoNeed("crisis", "A room to be in, not a ward", NOW, "interrupts"),
    DemoNeed("crisis", "Help with an overdose in Tanner Flats", SEASON, "interrupts", place="Tanner Flats",
             people="drugs", answers=(("Naloxone Porch", WHOLE),)),
    DemoNeed("crisis", "Somebody to call at night", NOW, "interrupts", answers=(("Copper Kettle night line", WHOLE),)),
    DemoNeed("crisis", "The day after", SEASON, "heals"),
    DemoNeed("conflict", "Mediators who come to us", SEASON, "prevents", answers=(("Bench & Table Mediators", WHOLE),)),
    DemoNeed("conflict", "Entre vecinos, en español", SEASON, "prevents", language="es",
             answers=(("Bench & Table Mediators", PARTLY),), written_in="es"),
    DemoNeed("youth", "A place that is theirs after nine", SEASON, "prevents", people="young", heard=18,
             answers=(("Court Side Hoops", PARTLY),)),
    DemoNeed("youth", "Paid summer work", SEASON, "changes", people="young",
             answers=(("Eastlock Print Shop", PARTLY),)),
    DemoNeed("youth", "Somebody to sit with them in court", SEASON, "interrupts", people="young"),
    DemoNeed("youth", "A coach who stays", YEAR, "prevents", people="young", answers=(("Court Side Hoops", WHOLE),)),
    DemoNeed("elders", "Help after the hospital", NOW, "heals", people="elders"),
    DemoNeed("elders", "A call each morning", NOW, "prevents", people="elders", answers=(("Porch Phone Tree", WHOLE),)),
    DemoNeed("elders", "Company on weekends", YEAR, "basic_needs", people="elders",
             answers=(("Mill Hill Canteen", PARTLY),)),
    DemoNeed("language", "Interpreters for Mam and Haitian Creole", SEASON, "changes", language="mam", heard=11,
             answers=(("Palabra Común", PARTLY),)),
    DemoNeed("language", "Forms read aloud", SEASON, "basic_needs", answers=(("Papers Evening", PARTLY),)),
    DemoNeed("transport", "Rides to dialysis", NOW, "basic_needs", people="elders", heard=7,
             answers=(("Tía Rides", PARTLY),)),
    DemoNeed("transport", "A van with a lift", NOW, "basic_needs", people="disabled",
             takes=(("money", "A used van and its lift", 2, "next year", 3200000),)),
    DemoNeed("legal", "A lawyer on Saturdays", SEASON, "prevents", answers=(("Saturday Legal Table", WHOLE),)),
    DemoNeed("legal", "Papers and work permits", SEASON, "changes", people="undocumented",
             answers=(("Papers Evening", PARTLY),)),
)  # fmt: skip

DOS_ACEQUIAS: Final = (
    DemoNeed("food", "Comida caliente entre semana", NOW, "basic_needs", answers=(("Comedor La Higuera", WHOLE),),
             written_in="es"),
    DemoNeed("childcare", "Cuidado por las noches", SEASON, "basic_needs", people="parents",
             answers=(("Red de Madres", PARTLY),), written_in="es"),
    DemoNeed("crisis", "Alguien que llegue sin policía", NOW, "interrupts", heard=19,
             answers=(("Unidad Móvil del Condado", WHOLE),), written_in="es"),
    DemoNeed("housing", "Defensa ante desalojos", NOW, "prevents", answers=(("Sindicato de Inquilinas", WHOLE),),
             written_in="es"),
    DemoNeed("transport", "Llegar al hospital", SEASON, "basic_needs", people="elders", written_in="es"),
)  # fmt: skip

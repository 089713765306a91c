"""What a new coalition can begin with: areas and populations in both languages, to choose from and to reword."""

from dataclasses import dataclass
from typing import Final

from mapping.models import Tone


@dataclass(frozen=True)
class Starter:
    """One name to begin with. `says` is a line that helps to choose; it is not kept."""

    key: str
    en: str
    es: str
    says: dict[str, str]
    tone: str = Tone.ACCENT

    @property
    def name(self) -> dict[str, str]:
        return {"en": self.en, "es": self.es}


def _area(key: str, en: str, es: str, tone: Tone, says_en: str, says_es: str) -> Starter:
    return Starter(key, en, es, {"en": says_en, "es": says_es}, tone)


AREAS: Final = (
    _area("food", "Food systems", "Sistemas de alimentos", Tone.ACCENT,
          "Kitchens, fridges, gardens, shared shopping", "Cocinas, refrigeradores, huertos, compras en común"),
    _area("streets", "Safer streets", "Calles más seguras", Tone.CLAY,
          "Walks home, lighting, crossings, people who interrupt violence",
          "Acompañar a casa, alumbrado, cruces, quienes interrumpen la violencia"),
    _area("childcare", "Childcare and support", "Cuidado infantil y apoyo", Tone.SKY,
          "Somebody who watches the children, and stands by their parents",
          "Quien cuida a las niñas y los niños, y acompaña a sus familias"),
    _area("housing", "Housing", "Vivienda", Tone.CLAY,
          "A bed tonight, staying put, tenants together", "Una cama esta noche, conservar la casa, gente que renta unida"),
    _area("healing", "Healing", "Sanación", Tone.PLUM,
          "Grief, body work, circles, rest", "Duelo, trabajo corporal, círculos, descanso"),
    _area("crisis", "Crisis response", "Respuesta a crisis", Tone.CLAY,
          "Who comes when it is bad, without police", "Quién llega cuando todo se pone mal, sin policía"),
    _area("conflict", "Conflict and repair", "Conflicto y reparación", Tone.PLUM,
          "Mediators, elders who sit with both sides", "Quienes median, mayores que escuchan a las dos partes"),
    _area("youth", "Youth", "Juventud", Tone.SKY,
          "Places and people that young people choose", "Lugares y personas que las y los jóvenes eligen"),
    _area("elders", "Elders", "Personas mayores", Tone.PLUM,
          "Company, errands, somebody who looks in", "Compañía, mandados, alguien que pasa a ver cómo están"),
    _area("language", "Language justice", "Justicia del lenguaje", Tone.SKY,
          "Interpreting, translating, every meeting understood",
          "Interpretar, traducir, que cada reunión se entienda"),
    _area("transport", "Getting around", "Transporte", Tone.ACCENT,
          "Rides, bikes, the way to the clinic", "Aventones, bicicletas, el camino a la clínica"),
    _area("legal", "Legal help", "Ayuda legal", Tone.SKY,
          "Rights, papers, bail, somebody at the hearing",
          "Derechos, papeles, fianza, alguien que esté en la audiencia"),
    _area("health", "Health care", "Salud", Tone.ACCENT,
          "Clinics, medicine, using drugs more safely, births",
          "Clínicas, medicinas, reducción de daños, partos"),
    _area("coming-home", "Coming home", "Volver a casa", Tone.CLAY,
          "After prison, detention or a hospital", "Después de la cárcel, la detención o el hospital"),
    _area("work", "Work and money", "Trabajo y dinero", Tone.ACCENT,
          "Jobs, cooperatives, small emergency funds", "Empleos, cooperativas, pequeños fondos de emergencia"),
    _area("joy", "Joy and gathering", "Alegría y encuentro", Tone.PLUM,
          "Music, sport, meals, places just to be", "Música, deporte, comidas, lugares para estar"),
)  # fmt: skip


def _people(key: str, en: str, es: str) -> Starter:
    return Starter(key, en, es, {"en": "", "es": ""})


POPULATIONS: Final = (
    _people("undocumented", "Undocumented neighbors", "Vecinas y vecinos indocumentados"),
    _people("young", "Young people", "Jóvenes"),
    _people("elders", "Elders", "Personas mayores"),
    _people("parents", "Parents and caregivers", "Madres, padres y quienes cuidan"),
    _people("disabled", "Disabled people", "Personas con discapacidad"),
    _people("unhoused", "People without housing", "Personas sin vivienda"),
    _people("drugs", "People who use drugs", "Personas que usan drogas"),
    _people("sex-trades", "People in the sex trades", "Personas en el comercio sexual"),
    _people("queer", "Queer people", "Personas queer"),
    _people("trans", "Trans and nonbinary people", "Personas trans y no binarias"),
    _people("survivors", "Survivors of violence at home", "Sobrevivientes de violencia en el hogar"),
    _people("returning", "People coming home from prison", "Personas que vuelven de la cárcel"),
    _people("tenants", "Tenants", "Inquilinas e inquilinos"),
    _people("workers", "Night and day laborers", "Quienes trabajan por día o de noche"),
)

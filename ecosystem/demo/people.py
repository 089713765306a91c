"""Who can sign in to the demo."""

from typing import NamedTuple


class DemoPerson(NamedTuple):
    """One account; `role` is empty for the host, `coalition` for who sits in none."""

    username: str
    called: str
    role: str
    coalition: str
    language: str
    what: str

    @property
    def password(self) -> str:
        return f"{self.username}-walks-home"


SIGN_INS = (
    DemoPerson("ines", "Inés", "coordinator", "harrow-bend", "en", "coordinator of Harrow Bend"),
    DemoPerson("dario", "Dario", "organizer", "harrow-bend", "en", "organizer in Harrow Bend, often on a phone"),
    DemoPerson("amina", "Amina", "admin", "harrow-bend", "en", "admin of Harrow Bend: imports, people, settings"),
    DemoPerson("luz", "Luz", "researcher", "harrow-bend", "es", "researcher (promotora) in Harrow Bend"),
    DemoPerson("elvia", "Elvia", "admin", "dos-acequias", "es", "admin of Dos Acequias, in Spanish"),
    DemoPerson("host", "Host", "", "", "en", "host: opens and closes coalitions, sees nothing inside"),
)

"""What is exported of a group, a resource, a need: the importer's keys and headings, each with its value."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from django.db.models import Prefetch
from django.utils.translation import override

from ecosystem.content.text import shown
from mapping.exports.sheets import Column
from mapping.models import AccessPart, Answer, CarceralContact, Contact, ContactWay, Moment, Place, Question, Standing
from mapping.queries.lists.resources import MOMENT_FIELDS
from mapping.queries.lists.sieve import Rows
from mapping.queries.lists.vocabulary import Vocabulary
from mapping.queries.questions import value_in_words
from mapping.words.languages import language_name

SEVERAL: Final = "; "


def columns_of(noun: str, known: Vocabulary) -> list[Column]:
    """The columns of a noun's export, with the coalition's own questions at the end."""
    own = [_own_column(question) for question in known.questions]
    return [*{"organization": _organization, "resource": _resource, "need": _need}[noun](known), *own]


def with_exported(noun: str, rows: Rows) -> Rows:
    """The rows with everything their columns read: a fixed number of statements, whatever their number."""
    if noun == "need":
        return rows.prefetch_related("answers")
    if noun == "resource":
        of_group = Prefetch("organization__contacts", Contact.objects.order_by("position", "id"))
        return rows.select_related("organization", "place__neighborhood").prefetch_related("answers", of_group)
    contacts = Prefetch("contacts", Contact.objects.order_by("position", "id"))
    places = Prefetch("places", Place.objects.select_related("neighborhood").order_by("id"))
    return rows.prefetch_related("answers", contacts, places)


def _plain(key: str, en: str, es: str, name: str) -> Column:
    return Column(key, en, es, lambda row: _text(getattr(row, name)))


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _organization(known: Vocabulary) -> list[Column]:
    return [
        Column("source_key", "ID", "ID", lambda row: str(row.pk)),
        _plain("name", "Group", "Grupo", "name"),
        Column("kind", "Kind of group", "Tipo de grupo", lambda row: row.kind),
        _plain("description", "About the group", "Sobre el grupo", "description"),
        *_contact_columns(lambda row: row.contacts.all()),
        _plain("web", "Website", "Sitio web", "website"),
        *_place_columns(lambda row: next(iter(row.places.all()), None)),
        Column("status", "Status", "Estatus", lambda row: "closed" if row.closed_on else "open"),
        _plain("source", "Source", "Fuente", "source"),
    ]


def _resource(known: Vocabulary) -> list[Column]:
    return [
        Column("source_key", "ID", "ID", lambda row: str(row.pk)),
        Column("name", "Group", "Grupo", lambda row: row.organization.name),
        _plain("resource", "Resource", "Recurso", "name"),
        _plain("offers", "What it offers", "Qué ofrece", "offers"),
        Column("area", "Area", "Área", lambda row: _named(row.its_areas, known.areas)),
        Column("moment", "Moment", "Momento", _moments),
        Column("status", "Status", "Estatus", lambda row: row.status),
        *_contact_columns(lambda row: row.organization.contacts.all()),
        Column("web", "Website", "Sitio web", lambda row: row.organization.website),
        *_place_columns(lambda row: row.place),
        Column("reach", "Reaches", "Llega a", lambda row: _named(row.its_places, known.places)),
        Column("populations", "For whom", "Para quién", lambda row: _named(row.its_people, known.people)),
        Column("languages", "Languages", "Idiomas", lambda row: SEVERAL.join(map(language_name, row.its_languages))),
        _plain("hours", "Hours", "Horario", "hours_note"),
        _plain("season_note", "Season", "Temporada", "season_note"),
        _plain("who_may_use", "Who may use it", "Quién puede usarlo", "who_may_use"),
        *(_answer_column(part.value, *heading) for part, heading in ACCESS_HEADINGS.items()),
        *(_answer_column(contact.value, *heading) for contact, heading in CONTACT_HEADINGS.items()),
        Column("checked_on", "Last checked", "Última verificación", lambda row: _text(row.verified_on)),
        _plain("source", "Source", "Fuente", "source"),
    ]


def _need(known: Vocabulary) -> list[Column]:
    return [
        Column("source_key", "ID", "ID", lambda row: str(row.pk)),
        _plain("summary", "Need", "Necesidad", "summary"),
        _plain("detail", "Description", "Descripción", "detail"),
        Column("area", "Area", "Área", lambda row: str(row.area)),
        Column("neighborhood", "Neighborhood", "Barrio", lambda row: _text(row.neighborhood)),
        Column("population", "For whom", "Para quién", lambda row: _text(row.population)),
        _plain("moment", "Moment", "Momento", "moment"),
        Column(
            "for_language",
            "Language",
            "Idioma",
            lambda row: language_name(row.for_language) if row.for_language else "",
        ),
        Column("urgency", "How soon", "Para cuándo", lambda row: _english(row.get_urgency_display)),
        _plain("people_count", "How many people", "Cuántas personas", "people_count"),
        _plain("source", "Source", "Fuente", "source"),
    ]


def _english(words: Callable[[], Any]) -> str:
    with override("en"):
        return str(words())


def _named(keys: Sequence[Any], names: dict[Any, str]) -> str:
    return SEVERAL.join(names[key] for key in keys if key in names)


def _moments(row: Any) -> str:
    with override("en"):
        return SEVERAL.join(str(Moment(moment).label) for moment, name in MOMENT_FIELDS.items() if getattr(row, name))


def _contact_columns(contacts: Callable[[Any], Any]) -> list[Column]:
    def of(*ways: str) -> Callable[[Any], str]:
        return lambda row: SEVERAL.join(contact.value for contact in contacts(row) if contact.way in ways)

    return [
        Column("phone", "Phone", "Teléfono", of(ContactWay.PHONE, ContactWay.TEXT)),
        Column("email", "Email", "Correo", of(ContactWay.EMAIL)),
    ]


def _place_columns(place: Callable[[Any], Place | None]) -> list[Column]:
    """The open columns hold only what everybody may see; a hidden place has none."""

    def of(name: str) -> Callable[[Any], str]:
        return lambda row: _text(getattr(place(row), name, None))

    return [
        Column("address", "Address", "Dirección", of("street")),
        Column("city", "City", "Ciudad", of("city")),
        Column("state", "State", "Estado", of("state")),
        Column("zip", "ZIP", "Código postal", of("zip_code")),
        Column("neighborhood", "Neighborhood", "Barrio", of("neighborhood")),
        Column("latitude", "Latitude", "Latitud", of("latitude")),
        Column("longitude", "Longitude", "Longitud", of("longitude")),
    ]


def _answers(row: Any, question: str) -> list[Answer]:
    return [
        answer for answer in row.answers.all() if answer.question == question and answer.standing == Standing.STATED
    ]


def _answer_column(question: str, en: str, es: str) -> Column:
    return Column(question, en, es, lambda row: next((answer.value for answer in _answers(row, question)), ""))


def _own_column(question: Question) -> Column:
    text = question.text
    en, es = shown(text, "en").words, shown(text, "es").words

    def value(row: Any) -> str:
        found = next(iter(_answers(row, question.key)), None)
        return "" if found is None else value_in_words(question, found.value, found.note)

    return Column(question.key, en, es, value)


ACCESS_HEADINGS: Final = {
    AccessPart.LANGUAGES: ("Language access", "Acceso en idiomas"),
    AccessPart.UNDOCUMENTED: ("Safe for undocumented people", "Sin papeles"),
    AccessPart.PHYSICAL: ("Physical access", "Acceso físico"),
    AccessPart.DRUGS: ("People who use drugs", "Personas que usan drogas"),
    AccessPart.SEX_TRADES: ("People in the sex trades", "Trabajo sexual"),
    AccessPart.NEURODIVERGENT: ("Neurodivergent people", "Neurodivergentes"),
    AccessPart.QUEER: ("Queer people", "Personas queer"),
    AccessPart.TRANS: ("Trans and nonbinary people", "Personas trans"),
}
CONTACT_HEADINGS: Final = {
    CarceralContact.POLICE: ("Calls police", "Llama a la policía"),
    CarceralContact.IMMIGRATION: ("Calls immigration", "Migración"),
    CarceralContact.FAMILY: ("Family policing", "Servicios de protección infantil"),
    CarceralContact.MEDICAL: ("Coerced medical care", "Atención forzada"),
}

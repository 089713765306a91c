"""What stands in one cell: a value, or a problem said in a short sentence. Knows no Django."""

from ecosystem.imports.values.answers import Answer, clean_answer
from ecosystem.imports.values.choices import Choices, clean_choice, clean_choice_list, split_list
from ecosystem.imports.values.clean import CLEANERS, Settings, clean_cell
from ecosystem.imports.values.contacts import Phone, clean_emails, clean_phones, clean_web, clean_webs
from ecosystem.imports.values.dates import clean_date, clean_number, date_order
from ecosystem.imports.values.hours import Hours, Opening, clean_hours
from ecosystem.imports.values.languages import clean_languages
from ecosystem.imports.values.places import (
    Point,
    clean_coordinates,
    clean_zip,
    clean_zips,
    coordinate_order,
    point_from_zip,
)
from ecosystem.imports.values.problems import MESSAGES, Problem

__all__ = [
    "CLEANERS",
    "MESSAGES",
    "Answer",
    "Choices",
    "Hours",
    "Opening",
    "Phone",
    "Point",
    "Problem",
    "Settings",
    "clean_answer",
    "clean_cell",
    "clean_choice",
    "clean_choice_list",
    "clean_coordinates",
    "clean_date",
    "clean_emails",
    "clean_hours",
    "clean_languages",
    "clean_number",
    "clean_phones",
    "clean_web",
    "clean_webs",
    "clean_zip",
    "clean_zips",
    "coordinate_order",
    "date_order",
    "point_from_zip",
    "split_list",
]

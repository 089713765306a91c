"""A draft's key names the page of its form: the view's name and its arguments. Apps say what each form is called."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True, slots=True)
class FormName:
    """How the list of drafts speaks of a form; `kind` is what its first argument is the id of (threads' kinds)."""

    label: Words
    kind: str = ""


FORMS: dict[str, FormName] = {}
UNNAMED = FormName(_("A form"))


def register_form(view_name: str, label: Words, *, kind: str = "") -> None:
    """Give a form a name in "what I have begun"."""
    FORMS[view_name] = FormName(label, kind)


def form_key(view_name: str, *args: object) -> str:
    """`form_key("mapping:resource_edit", resource.pk)`: the arguments of the address without the slug."""
    return ":".join((view_name, *(str(arg) for arg in args)))


def view_and_args(key: str) -> tuple[str, list[str]]:
    namespace, _, rest = key.partition(":")
    name, *args = rest.split(":")
    return f"{namespace}:{name}", args


def page_url(key: str, slug: str) -> str:
    """The page on which the form can be gone on with, or nothing when that page is no more."""
    view_name, args = view_and_args(key)
    try:
        return reverse(view_name, args=[slug, *args])
    except NoReverseMatch:
        return ""


def record_pair(key: str) -> tuple[str, UUID] | None:
    """The kind and id of the record that the form is about, if it is about one."""
    view_name, args = view_and_args(key)
    kind = FORMS.get(view_name, UNNAMED).kind
    try:
        return (kind, UUID(args[0])) if kind and args else None
    except ValueError:
        return None

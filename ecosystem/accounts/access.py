"""The doors: the only places where a request gets a scope. Every view wears one; a test looks at all URLs."""

import functools
import hashlib
from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar, overload
from uuid import UUID

from allauth.account.internal.flows.reauthentication import suspend_request
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from ecosystem.accounts.actors import LinkVisit
from ecosystem.accounts.factors import needs_fresh_sign_in, needs_second_factor
from ecosystem.accounts.models import DirectoryEntry, Membership
from ecosystem.tenancy.models import Coalition, Link
from ecosystem.tenancy.scope import coalition_scope, host_scope, user_scope

View: TypeAlias = Callable[..., HttpResponse]
Rule: TypeAlias = Callable[[Membership], bool]
Result = TypeVar("Result")
# What a visitor with a link of each kind may touch. Apps add their own kinds.
LINK_MODELS: dict[str, frozenset[str]] = {
    "invitation": frozenset({"accounts.Invitation", "accounts.Membership", "accounts.DirectoryEntry", "accounts.Seat"})
}
WANTED = "wanted"  # in the session: where somebody was going when we asked for a second factor


class MemberRequest(HttpRequest):
    """A request that came through `@members`."""

    membership: Membership


class LinkRequest(HttpRequest):
    """A request that came through `@by_link`."""

    visit: LinkVisit


def _door(name: str, view: View, inner: Callable[..., HttpResponse]) -> View:
    wrapped = functools.wraps(view)(inner)
    wrapped.door = name  # type: ignore[attr-defined] # what the test of all URLs looks for
    return wrapped


def _action(view: Callable[..., Any]) -> str:
    return f"{view.__module__.split('.views')[0].removeprefix('ecosystem.')}:{view.__name__}"


def any_member(membership: Membership) -> bool:
    """The rule of pages that every member may open."""
    return True


def members(rule: Rule = any_member, *, fresh: bool = False) -> Callable[[View], View]:
    """Opens the coalition named by the slug to those of its members whom the rule lets in.

    To strangers the coalition does not exist (404, the same answer as for what is missing); a member without the right
    gets 403. The view runs in one transaction, which an error rolls back. `fresh` asks for a recent sign-in.
    """

    def decorate(view: View) -> View:
        def inner(request: Any, slug: str, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return _to_sign_in(request)
            user_id, action = request.user.pk, _action(view)
            coalition_id = _own_coalition(user_id, slug)
            with coalition_scope(coalition_id, user_id=user_id, actor="member", action=action), transaction.atomic():
                request.membership = _membership(user_id)
                if needs_second_factor(request.membership, request):
                    return _to_second_factor(request)
                if not rule(request.membership):
                    raise PermissionDenied
                if fresh and needs_fresh_sign_in(request):
                    return _to_reauthentication(request)
                with timezone.override(request.membership.coalition.time_zone):  # what "today" is, too
                    return view(request, *args, **kwargs)

        return _door("members", view, inner)

    return decorate


def _own_coalition(user_id: UUID, slug: str) -> UUID:
    with user_scope(user_id, action="door"), transaction.atomic():
        entry = DirectoryEntry.objects.filter(user_id=user_id, slug=slug).values_list("coalition_id", flat=True).first()
    if entry is None:
        raise Http404
    return entry


def _membership(user_id: UUID) -> Membership:
    found = Membership.objects.current().select_related("coalition").filter(user_id=user_id, coalition__closed_at=None)
    if (membership := found.first()) is None:
        raise Http404
    return membership


def in_own_coalitions(request: Any, work: Callable[[Membership], Result]) -> list[Result]:
    """Do something in each coalition of the person who asks, one after the other. For pages behind `@signed_in`."""
    user_id = request.user.pk
    ids = list(DirectoryEntry.objects.filter(user_id=user_id).order_by("name").values_list("coalition_id", flat=True))
    found = []
    for coalition_id in ids:
        with coalition_scope(coalition_id, user_id=user_id, actor="member", action=_action(work)):
            found.append(work(_membership(user_id)))
    return found


@overload
def signed_in(view: View) -> View: ...
@overload
def signed_in(*, fresh: bool) -> Callable[[View], View]: ...
def signed_in(view: View | None = None, *, fresh: bool = False) -> Any:
    """For pages of the person: only their own entries of the directory, nothing of any coalition."""

    def decorate(view: View) -> View:
        def inner(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return _to_sign_in(request)
            if fresh and needs_fresh_sign_in(request):
                return _to_reauthentication(request)
            with user_scope(request.user.pk, action=_action(view)), transaction.atomic():
                return view(request, *args, **kwargs)

        return _door("signed_in", view, inner)

    return decorate(view) if view else decorate


@overload
def hosts(view: View) -> View: ...
@overload
def hosts(*, fresh: bool) -> Callable[[View], View]: ...
def hosts(view: View | None = None, *, fresh: bool = False) -> Any:
    """For whoever runs the service: coalitions can be opened and closed, nothing inside of them be read."""

    def decorate(view: View) -> View:
        def inner(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return _to_sign_in(request)
            if not request.user.is_host:
                raise Http404
            if needs_second_factor(None, request):
                return _to_second_factor(request)
            if fresh and needs_fresh_sign_in(request):
                return _to_reauthentication(request)
            with host_scope(request.user.pk, action=_action(view)), transaction.atomic():
                return view(request, *args, **kwargs)

        return _door("hosts", view, inner)

    return decorate(view) if view else decorate


def anyone(view: View) -> View:
    """No scope at all: landing page, health, the language switch."""

    def inner(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs)

    return _door("anyone", view, inner)


def by_link(kind: str) -> Callable[[View], View]:
    """Opens exactly what an unguessable token or a published address is for.

    The tables it may touch are registered in LINK_MODELS by the app that owns the kind.
    """

    def decorate(view: View) -> View:
        def inner(request: Any, token: str, *args: Any, **kwargs: Any) -> HttpResponse:
            link = _link(kind, token)
            request.visit = LinkVisit(kind, link.target_id)
            request.link = link
            user_id = request.user.pk if request.user.is_authenticated else None
            who = {"actor": str(request.visit), "action": _action(view), "user_id": user_id}
            narrow = {"link_kind": kind, "link_target": link.target_id, "models": LINK_MODELS[kind]}
            with coalition_scope(link.coalition_id, **who, **narrow), transaction.atomic():
                request.coalition = get_object_or_404(Coalition, pk=link.coalition_id, closed_at=None)
                return view(request, *args, **kwargs)

        return _door("by_link", view, inner)

    return decorate


def token_hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _link(kind: str, token: str) -> Link:
    link = Link.objects.filter(kind=kind, token_hash=token_hash(token), revoked_at=None).first()
    if link is None or (link.expires_at and link.expires_at <= timezone.now()):
        raise Http404
    return link


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    return redirect_to_login(request.get_full_path() if request.method == "GET" else "/")


def _to_second_factor(request: HttpRequest) -> HttpResponse:
    """To the page that explains; afterwards people land where they wanted to go."""
    if request.method == "GET":
        request.session[WANTED] = request.get_full_path()
    return redirect("accounts:second_factor")


def _to_reauthentication(request: HttpRequest) -> HttpResponse:
    """Asks for the password or a factor again; a form that was sent goes on by itself afterwards."""
    answer: HttpResponse = suspend_request(request, reverse("account_reauthenticate"))
    return answer

"""Pages for when something is wrong: they say what happened and what to do, without asking the database."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400"""
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: a member without the right."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: the same answer for what is missing and for what belongs to others."""
    return render(request, "404.html", status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form that waited too long, or came from elsewhere."""
    return render(request, "403_csrf.html", status=403)


def too_large(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """413"""
    return render(request, "413.html", status=413)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429"""
    return render(request, "429.html", status=429)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: nothing is asked of a server that is already in trouble, so the page has no frame."""
    return render(None, "500.html", status=500)

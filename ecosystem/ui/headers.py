"""What browsers are told to keep: nothing of a page, unless the page says otherwise."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse

# For signing out and leaving: what a stolen phone's browser still has of us.
FORGET_PAGES: Final = '"cache", "storage"'
FORGET_ALL: Final = '"cache", "cookies", "storage"'


def forgetful(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: pages are not stored, so that the back button shows none of them after signing out.

    Static files are answered above it and keep their long lives; a public page may set its own Cache-Control.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = "private, no-store"
        return response

    return middleware

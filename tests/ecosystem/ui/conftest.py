"""The look is tested by itself: its own addresses, no coalition."""

import pytest
from django.template import Context, Template
from django.urls import include, path

from ecosystem.urls import LOOK


class Addresses:
    """The smallest site that has the gallery."""

    urlpatterns = [path("ui/", include((LOOK, "ui")))]


@pytest.fixture(autouse=True)
def addresses(settings):
    settings.ROOT_URLCONF = Addresses


@pytest.fixture
def render():
    def rendered(text, **context):
        return Template("{% load ui %}" + text).render(Context(context))

    return rendered

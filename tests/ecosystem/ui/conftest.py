"""The look is tested by itself: its own addresses, no coalition."""

import pytest
from django.template import Context, Template
from django.urls import include, path


class Addresses:
    """The smallest site that has the gallery."""

    urlpatterns = [path("ui/", include("ecosystem.ui.urls"))]


@pytest.fixture(autouse=True)
def addresses(settings, tmp_path):
    settings.ROOT_URLCONF = Addresses
    settings.STATIC_ROOT = tmp_path  # whitenoise warns where nothing was collected


@pytest.fixture
def render():
    def rendered(text, **context):
        return Template("{% load ui %}" + text).render(Context(context))

    return rendered

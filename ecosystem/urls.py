"""All addresses. Coalition pages live under /c/<slug>/, behind the doors of accounts/access.py."""

from django.urls import URLPattern, URLResolver, include, path

from ecosystem.accounts.access import anyone
from ecosystem.ui import views as look

# The look lies below the doors, so its two views get theirs here.
LOOK = [
    path("", anyone(look.gallery), name="gallery"),
    path("theme/", anyone(look.theme), name="theme"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("ecosystem.accounts.urls")),
    path("ui/", include((LOOK, "ui"))),
    path("account/", include("ecosystem.accounts.pages")),
    path("c/<slug:slug>/", include("ecosystem.overview.urls")),
    path("c/<slug:slug>/people/", include("ecosystem.accounts.urls.people")),
    path("c/<slug:slug>/map/", include("mapping.urls")),
    path("c/<slug:slug>/map/import/", include("ecosystem.imports.urls")),
    path("c/<slug:slug>/history/", include("ecosystem.overview.history.urls")),
    path("c/<slug:slug>/drafts/", include("ecosystem.drafts.urls")),
    path("c/<slug:slug>/consent/", include("ecosystem.consent.urls")),
    path("c/<slug:slug>/files/", include("ecosystem.files.urls")),
]
handler400 = "ecosystem.ui.errors.bad_request"
handler403 = "ecosystem.ui.errors.forbidden"
handler404 = "ecosystem.ui.errors.not_found"
handler500 = "ecosystem.ui.errors.server_error"

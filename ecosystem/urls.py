"""All addresses. Coalition pages live under /c/<slug>/, behind the doors of accounts/access.py."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("ecosystem.accounts.urls")),
    path("account/", include("allauth.urls")),
    path("c/<slug:slug>/", include("ecosystem.overview.urls")),
    path("c/<slug:slug>/people/", include("ecosystem.accounts.member_urls")),
    path("c/<slug:slug>/map/", include("mapping.urls")),
    path("c/<slug:slug>/map/import/", include("ecosystem.imports.urls")),
    path("c/<slug:slug>/history/", include("ecosystem.history.urls")),
    path("c/<slug:slug>/drafts/", include("ecosystem.drafts.urls")),
    path("c/<slug:slug>/files/", include("ecosystem.files.urls")),
]
if settings.EMBEDDED:  # the gallery of components is for those who build
    urlpatterns.append(path("ui/", include("ecosystem.ui.urls")))
handler400 = "ecosystem.ui.errors.bad_request"
handler403 = "ecosystem.ui.errors.forbidden"
handler404 = "ecosystem.ui.errors.not_found"
handler500 = "ecosystem.ui.errors.server_error"

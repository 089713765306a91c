"""Addresses of people, and of the pages that everybody may open."""

from django.urls import path

from ecosystem.accounts.views import account, everybody, hosts, invitations

app_name = "accounts"
urlpatterns = [
    path("", everybody.landing, name="landing"),
    path("leave/", everybody.leave, name="leave"),
    path("weather/", everybody.weather, name="weather"),
    path("health/", everybody.health, name="health"),
    path("language/", everybody.language, name="language"),
    path("language/<slug:code>/", everybody.language_link, name="language_link"),
    path("what-we-hold/", everybody.what_we_hold, name="what_we_hold"),
    path("credits/", everybody.credits, name="credits"),
    path("help/", everybody.help, name="help"),
    path("coalitions/", account.coalition_list, name="coalition_list"),
    path("i/<slug:token>/", invitations.invitation, name="invitation"),
    path("account/", account.account, name="account"),
    path("account/second-step/", account.second_factor, name="second_factor"),
    path("account/go-on/", account.go_on, name="go_on"),
    path("account/sessions/end-others/", account.session_end_others, name="session_end_others"),
    path("account/sessions/<slug:key>/end/", account.session_end, name="session_end"),
    path("account/data/", account.own_data, name="own_data"),
    path("account/delete/", account.account_delete, name="account_delete"),
    path("host/", hosts.host_list, name="host_list"),
    path("host/open/", hosts.host_open, name="host_open"),
    path("host/<uuid:pk>/invite/", hosts.host_invite, name="host_invite"),
    path("host/<uuid:pk>/close/", hosts.host_close, name="host_close"),
]

"""Addresses of a coalition's people, under /c/<slug>/people/."""

from django.urls import path

from ecosystem.accounts.views import invitations, people

app_name = "people"
urlpatterns = [
    path("", people.person_list, name="person_list"),
    path("me/", people.me, name="me"),
    path("leave/", people.leave_coalition, name="leave_coalition"),
    path("settings/", people.settings, name="settings"),
    path("invite/", invitations.invitation_add, name="invitation_add"),
    path("invitations/<uuid:pk>/take-back/", invitations.invitation_take_back, name="invitation_take_back"),
    path("invitations/<uuid:pk>/approve/", invitations.new_seat_approve, name="new_seat_approve"),
    path("seats/<uuid:pk>/take/", people.seat_take, name="seat_take"),
    path("<uuid:pk>/", people.person_detail, name="person_detail"),
    path("<uuid:pk>/role/", people.person_role, name="person_role"),
    path("<uuid:pk>/end/", people.person_end, name="person_end"),
    path("<uuid:pk>/seats/give/", people.seat_give, name="seat_give"),
    path("<uuid:pk>/new-seat/", invitations.new_seat, name="new_seat"),
]

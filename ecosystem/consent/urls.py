"""Addresses of consent, under /c/<slug>/consent/."""

from django.urls import path

from ecosystem.consent import views

app_name = "consent"
urlpatterns = [
    path("<uuid:pk>/withdraw/", views.consent_withdraw, name="consent_withdraw"),
    path("<slug:kind>/<uuid:pk>/<slug:purpose>/", views.consent_give, name="consent_give"),
]

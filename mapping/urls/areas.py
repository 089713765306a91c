"""Addresses of areas, neighborhoods, populations and the coalition's own questions."""

from django.urls import path

from mapping.views.arranging import areas, neighborhoods, questions

urlpatterns = [
    path("setup/", areas.map_setup, name="map_setup"),
    path("areas/", areas.area_list, name="area_list"),
    path("areas/add/", areas.area_add, name="area_add"),
    path("areas/starters/", areas.area_starters, name="area_starters"),
    path("areas/<uuid:pk>/", areas.area_edit, name="area_edit"),
    path("areas/<uuid:pk>/move/", areas.area_move, name="area_move"),
    path("areas/<uuid:pk>/retire/", areas.area_retire, name="area_retire"),
    path("areas/<uuid:pk>/bring-back/", areas.area_bring_back, name="area_bring_back"),
    path("neighborhoods/", neighborhoods.neighborhood_list, name="neighborhood_list"),
    path("neighborhoods/add/", neighborhoods.neighborhood_add, name="neighborhood_add"),
    path("neighborhoods/<uuid:pk>/", neighborhoods.neighborhood_edit, name="neighborhood_edit"),
    path("neighborhoods/<uuid:pk>/remove/", neighborhoods.neighborhood_remove, name="neighborhood_remove"),
    path("populations/", neighborhoods.population_list, name="population_list"),
    path("populations/add/", neighborhoods.population_add, name="population_add"),
    path("populations/starters/", neighborhoods.population_starters, name="population_starters"),
    path("populations/<uuid:pk>/", neighborhoods.population_edit, name="population_edit"),
    path("populations/<uuid:pk>/remove/", neighborhoods.population_remove, name="population_remove"),
    path("questions/", questions.question_list, name="question_list"),
    path("questions/add/", questions.question_add, name="question_add"),
    path("questions/<uuid:pk>/", questions.question_edit, name="question_edit"),
    path("questions/<uuid:pk>/move/", questions.question_move, name="question_move"),
    path("questions/<uuid:pk>/retire/", questions.question_retire, name="question_retire"),
    path("questions/<uuid:pk>/bring-back/", questions.question_bring_back, name="question_bring_back"),
]

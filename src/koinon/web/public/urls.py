"""The addresses of the public pages; segments are English in every language."""

from django.urls import path

from koinon.web.public import lists

urlpatterns = [
    path("", lists.home, name="home"),
    path("cities/", lists.cities, name="cities"),
    path("networks/", lists.networks, name="networks"),
    path("sources/", lists.sources, name="sources"),
    path("search/", lists.search, name="search"),
]

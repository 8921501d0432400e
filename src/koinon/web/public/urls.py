"""The addresses of the public pages; segments are English in every language."""

from django.urls import path

from koinon.web.public import city, lists, network, person

urlpatterns = [
    path("", lists.home, name="home"),
    path("cities/", lists.cities, name="cities"),
    path("cities/<slug:code>/", city.city, name="city"),
    path("organisations/<slug:code>/", city.city, name="organisation"),
    path("people/<slug:code>/", person.person, name="person"),
    path("networks/", lists.networks, name="networks"),
    path("networks/<slug:code>/", network.network, name="network"),
    path("sources/", lists.sources, name="sources"),
    path("search/", lists.search, name="search"),
]

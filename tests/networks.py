"""The thirteen networks whose statutes come with Koinon, by code."""

NETWORKS = (
    "cemr",
    "climate-alliance",
    "covenant-of-mayors",
    "eccar",
    "esn",
    "eurocities",
    "german-cities-dialogue",
    "iccar",
    "mayors-for-peace",
    "rainbow-cities",
    "regio-nrw",
    "rgre-ds",
    "uclg",
)

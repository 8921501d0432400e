"""The fixed words of documents, beside the codes that a document declares itself."""

from koinon.rules.kind import OrganisationKind

_LANGUAGES = (
    "mul ar bg bs ca cs cy da de el en es et eu fi fr ga gl he hr hu is it ja ko lb lt lv mk mt "
    "nl no pl pt ro ru sk sl sq sr sv tr uk zh"
)

LANGUAGES = frozenset(_LANGUAGES.split())
"""Languages that words of a document may stand in; "mul" is every language."""

SHOWN_IN = ("de", "en", "fr")
"""The languages in which a text that people read must stand, unless it is the same in all."""

_COUNTRIES = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR "
    "BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ "
    "EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW "
    "GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY "
    "KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV "
    "MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY "
    "QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG "
    "TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA "
    "ZM ZW"
)

COUNTRIES = frozenset(_COUNTRIES.split())
"""Countries by ISO 3166-1, and XK for Kosovo as European statistics write it."""

ACTORS = frozenset(
    {
        "administration",
        "assembly",
        "association",
        "coordinator",
        "council",
        "council-committee",
        "deputy-head",
        "executive",
        "government",
        "head-of-authority",
        "jury",
        "law",
        "member",
        "members",
        "national-association",
        "partners",
        "secretariat",
        "section",
        "supervisor",
    }
)
"""Who acts, where it is no body, post or delegation of the document."""

EVENTS = frozenset(
    {
        "accession",
        "adoption",
        "election",
        "founding",
        "invitation",
        "last-language-version",
        "meeting",
        "payment",
        "publication",
        "renewal",
        "resolution",
        "signature",
        "submission",
    }
)
"""What may happen on a bond, beside the steps of a procedure of the document."""

PAID = frozenset({"current-year", "previous-year"})
"""For which year a member must have paid."""

FACTORS = frozenset({"population", "country-economy", "agreed", "budget", "services"})
"""What an amount depends on that a body sets."""

FOLLOWED = frozenset({"national-target", "eu-target"})
"""Targets of others that a target may follow."""

REST_BY = frozenset({"joint-list", "proportional-election", "council", "head-of-authority"})
"""How the further representatives of a member are named."""

PER = frozenset({"member"})
"""Whom seats are counted for, where it is no delegation: each member."""

KINDS = frozenset(str(kind) for kind in OrganisationKind)
"""What an organisation or person is by its nature."""

MEETING_OF = "meeting-of-"
"""Before the code of a body: its next meeting."""

YEARS = range(1900, 2201)
"""The years that a document may speak of."""

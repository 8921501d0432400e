"""A made-up bundle of any size: so many towns, each in every league; leagues have no statute."""

from pathlib import Path

HEADS = {
    "sources.csv": "code,title,type,publisher,publisher_name,url,dated,read_on,licence",
    "places.csv": "code,kind,parent,country,nuts,lau,latitude,longitude",
    "place_names.csv": "place,language,name,use",
    "organisations.csv": "code,kind,place,founded,source",
    "organisation_names.csv": "organisation,language,name,use",
    "populations.csv": "place,on,value,source",
    "figures.csv": "organisation,measure,value,qualifier,basis,dated,source",
    "bodies.csv": "organisation,code,name_de,name_en,name_fr",
    "posts.csv": "organisation,code,body,kind,head_of_authority,name_de,name_en,name_fr",
    "people.csv": "code,title,given_name,family_name",
    "bonds.csv": "code,kind,strand,party,counterpart",
    "tenures.csv": "bond,post_organisation,post,person,role,delegation,sent_by,rests_on",
    "statements.csv": (
        "bond,number,said_by,source,grade,from,until,stated_on,note_de,note_en,note_fr"
    ),
    "typed_rules.csv": "network,number,kind,amount,currency,period,notice,from,until,source",
}
HEAD = 'format = 1\ncode = "leagues"\n[names]\nde = "Bünde"\nen = "Leagues"\nfr = "Ligues"\n'


def write_leagues(folder: Path, towns: int, leagues: int) -> Path:
    """Write the bundle into a folder, and give it."""
    every_league = range(1, leagues + 1)
    rows: dict[str, list[str]] = {name: [] for name in HEADS}
    rows["sources.csv"].append("chronicle,Chronicle,other-page,,,,2020,2026-01-01,")
    rows["places.csv"].append("land,country,,DE,,,,")
    rows["place_names.csv"].append("land,mul,Land,official")
    for n in every_league:
        _add_league(rows, n)
    for n in range(1, towns + 1):
        _add_town(rows, n, league=1 + (n - 1) % leagues)
        for league in every_league:
            bond = f"town-{n}-league-{league}"
            rows["bonds.csv"].append(f"{bond},membership,,town-{n},league-{league}")
            rows["statements.csv"].append(f"{bond},1,,chronicle,member,2001-01-01,,2020-06-01,,,")
    folder.mkdir(exist_ok=True)
    (folder / "bundle.toml").write_text(HEAD, encoding="utf-8")
    for name, lines in rows.items():
        (folder / name).write_text("\n".join([HEADS[name], *lines, ""]), encoding="utf-8")
    return folder


def _add_league(rows: dict[str, list[str]], n: int) -> None:
    rows["organisations.csv"].append(f"league-{n},network,,,")
    rows["organisation_names.csv"].append(f"league-{n},mul,League {n},official")
    rows["figures.csv"].append(f"league-{n},members,{n},exactly,stated,2020,chronicle")
    rows["bodies.csv"].append(f"league-{n},moot,Thing,Moot,Assemblée")
    rows["posts.csv"].append(f"league-{n},seat,moot,seat,no,Sitz,Seat,Siège")
    rows["typed_rules.csv"] += [
        f"league-{n},1,fee,1200.00,EUR,year,,2001-01-01,,chronicle",
        f"league-{n},2,notice,,,,6 months,2001-01-01,,chronicle",
    ]


def _add_town(rows: dict[str, list[str]], n: int, *, league: int) -> None:
    rows["places.csv"].append(f"town-{n},municipality,land,DE,,,,")
    rows["organisations.csv"].append(f"town-{n},municipality,town-{n},,")
    rows["organisation_names.csv"].append(f"town-{n},mul,Town {n},official")
    rows["populations.csv"].append(f"town-{n},2020-01-01,{n}0000,chronicle")
    rows["posts.csv"].append(f"town-{n},mayor,,office,yes,Vogt,Reeve,Bailli")
    rows["people.csv"].append(f"reeve-{n},,Reeve,Number {n}")
    rows["bonds.csv"] += [
        f"mayor-{n},tenure,,town-{n},town-{n}",
        f"seat-{n},tenure,,town-{n},league-{league}",
    ]
    rows["tenures.csv"] += [
        f"mayor-{n},town-{n},mayor,reeve-{n},holder,,,",
        f"seat-{n},league-{league},seat,reeve-{n},member,,,mayor-{n}",
    ]
    rows["statements.csv"] += [
        f"mayor-{n},1,,chronicle,holder,2010-01-01,,2020-06-01,,,",
        f"seat-{n},1,,chronicle,holder,2011-01-01,,2020-06-01,,,",
    ]

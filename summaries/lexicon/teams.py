"""What teams are called: the nickname alone, or the city or country they play for alone, mean one team.

Clubs of the four North American leagues, with those of the nineties that have moved, and national teams.
"""

_CLUBS = """
Anaheim: Angels, Ducks, Mighty Ducks
Arizona: Diamondbacks, Cardinals, Coyotes
Atlanta: Braves, Hawks, Falcons
Baltimore: Orioles, Ravens
Boston: Red Sox, Celtics, Bruins
Buffalo: Bills, Sabres
Calgary: Flames
California: Angels
Carolina: Panthers, Hurricanes
Charlotte: Hornets, Bobcats
Chicago: Cubs, White Sox, Bulls, Bears, Blackhawks
Cincinnati: Reds, Bengals
Cleveland: Indians, Guardians, Cavaliers, Browns
Colorado: Rockies, Avalanche
Columbus: Blue Jackets
Dallas: Mavericks, Cowboys, Stars
Denver: Nuggets, Broncos
Detroit: Tigers, Pistons, Lions, Red Wings
Edmonton: Oilers
Florida: Marlins, Panthers
Golden State: Warriors
Green Bay: Packers
Hartford: Whalers
Houston: Astros, Rockets, Oilers, Texans
Indiana: Pacers
Indianapolis: Colts
Jacksonville: Jaguars
Kansas City: Royals, Chiefs
Los Angeles: Dodgers, Lakers, Clippers, Kings, Rams, Chargers, Angels
Memphis: Grizzlies
Miami: Dolphins, Heat, Marlins
Milwaukee: Brewers, Bucks
Minnesota: Twins, Timberwolves, Vikings, Wild
Montreal: Expos, Canadiens
Nashville: Predators
New England: Patriots
New Jersey: Nets, Devils
New Orleans: Saints, Hornets, Pelicans
New York: Yankees, Mets, Knicks, Giants, Jets, Rangers, Islanders
Oakland: Athletics, Raiders
Oklahoma City: Thunder
Orlando: Magic
Ottawa: Senators
Philadelphia: Phillies, 76ers/Sixers, Eagles, Flyers
Phoenix: Suns, Cardinals, Coyotes
Pittsburgh: Pirates, Steelers, Penguins
Portland: Trail Blazers
Sacramento: Kings
San Antonio: Spurs
San Diego: Padres, Chargers
San Francisco: Giants, 49ers
San Jose: Sharks
Seattle: Mariners, SuperSonics, Seahawks
St Louis: Cardinals, Blues, Rams
St. Louis: Cardinals, Blues, Rams
Tampa Bay: Rays, Buccaneers, Lightning
Tennessee: Titans
Texas: Rangers
Toronto: Blue Jays, Raptors, Maple Leafs
Utah: Jazz
Vancouver: Canucks, Grizzlies
Washington: Nationals, Wizards, Bullets, Redskins, Capitals
Winnipeg: Jets
New Zealand: All Blacks/All Black, Kiwis
South Africa: Springboks/Springbok, Proteas, Bafana Bafana
Australia: Wallabies/Wallaby, Socceroos, Kangaroos
Argentina: Pumas
England: Three Lions
France: Les Bleus
Italy: Azzurri
Netherlands: Oranje
Brazil: Selecao
Cameroon: Indomitable Lions
Nigeria: Super Eagles
"""

Key = tuple[str, ...]


def _key(words: str) -> Key:
    return tuple(words.casefold().split())


# What a team is called, then the places for which a team of that name plays; all without case.
TEAMS: dict[tuple[Key, ...], list[Key]] = {}
for _row in _CLUBS.strip().splitlines():
    _place, _, _nicknames = _row.partition(":")
    for _nickname in _nicknames.split(","):
        TEAMS.setdefault(tuple(map(_key, _nickname.split("/"))), []).append(_key(_place))
NICKNAMES = frozenset(form for forms in TEAMS for form in forms)
CLUBS: dict[Key, list[Key]] = {form: places for forms, places in TEAMS.items() for form in forms}

"""Countries, the words that stand for them, and what tells a place from somebody who acts.

A row is: country; adjective; its people, where not the adjective with an s; capital; other names.
States of the United Nations and those that news treats as such, with names that have changed since 1990.
"""

from summaries.lexicon import phrases, words

_COUNTRIES = """
Afghanistan; Afghan;; Kabul
Albania; Albanian;; Tirana
Algeria; Algerian;; Algiers
Andorra; Andorran;;
Angola; Angolan;; Luanda
Antigua and Barbuda; Antiguan;; St John's; Antigua, Barbuda
Argentina; Argentine, Argentinian;; Buenos Aires
Armenia; Armenian;; Yerevan
Australia; Australian;; Canberra
Austria; Austrian;; Vienna
Azerbaijan; Azerbaijani, Azeri;; Baku
Bahamas; Bahamian;; Nassau; The Bahamas
Bahrain; Bahraini;; Manama
Bangladesh; Bangladeshi;; Dhaka
Barbados; Barbadian;; Bridgetown
Belarus; Belarusian, Belarussian, Belorussian;; Minsk; Byelorussia
Belgium; Belgian;; Brussels
Belize; Belizean;; Belmopan
Benin; Beninese; Beninese;
Bhutan; Bhutanese; Bhutanese; Thimphu
Bolivia; Bolivian;; La Paz
Bosnia; Bosnian;; Sarajevo; Bosnia and Herzegovina, Bosnia-Herzegovina
Botswana; Botswanan;; Gaborone
Brazil; Brazilian;; Brasilia
Britain; British; Britons; London; United Kingdom, U.K., UK, Great Britain
Brunei; Bruneian;;
Bulgaria; Bulgarian;; Sofia
Burkina Faso; Burkinabe; Burkinabes; Ouagadougou
Burundi; Burundian;; Bujumbura
Cambodia; Cambodian;; Phnom Penh
Cameroon; Cameroonian;; Yaounde
Canada; Canadian;; Ottawa
Cape Verde; Cape Verdean;;
Central African Republic; Central African;; Bangui
Chad; Chadian;; N'Djamena
Chile; Chilean;; Santiago
China; Chinese; Chinese; Beijing; People's Republic of China
Colombia; Colombian;; Bogota
Congo; Congolese; Congolese; Kinshasa; Democratic Republic of Congo, DR Congo
Costa Rica; Costa Rican;; San Jose
Croatia; Croatian; Croats, Croatians; Zagreb
Cuba; Cuban;; Havana
Cyprus; Cypriot;; Nicosia
Czech Republic; Czech;; Prague; Czechia
Czechoslovakia; Czechoslovak;;
Denmark; Danish; Danes; Copenhagen
Djibouti; Djiboutian;;
Dominican Republic; Dominican;; Santo Domingo
East Timor; East Timorese; East Timorese; Dili; Timor-Leste
Ecuador; Ecuadorean, Ecuadorian;; Quito
Egypt; Egyptian;; Cairo
El Salvador; Salvadoran;; San Salvador
Equatorial Guinea; Equatorial Guinean;; Malabo
Eritrea; Eritrean;; Asmara
Estonia; Estonian;; Tallinn
Eswatini; Swazi;; Mbabane; Swaziland
Ethiopia; Ethiopian;; Addis Ababa
Fiji; Fijian;; Suva
Finland; Finnish; Finns; Helsinki
France; French; French, Frenchmen; Paris
Gabon; Gabonese; Gabonese; Libreville
Gambia; Gambian;; Banjul; The Gambia
Georgia; Georgian;; Tbilisi
Germany; German;; Berlin, Bonn; West Germany
Ghana; Ghanaian;; Accra
Greece; Greek;; Athens
Grenada; Grenadian;;
Guatemala; Guatemalan;; Guatemala City
Guinea; Guinean;; Conakry
Guyana; Guyanese; Guyanese; Georgetown
Haiti; Haitian;; Port-au-Prince
Honduras; Honduran;; Tegucigalpa
Hungary; Hungarian;; Budapest
Iceland; Icelandic; Icelanders; Reykjavik
India; Indian;; New Delhi, Delhi
Indonesia; Indonesian;; Jakarta
Iran; Iranian;; Tehran, Teheran; Islamic Republic of Iran
Iraq; Iraqi;; Baghdad
Ireland; Irish; Irish; Dublin; Republic of Ireland
Israel; Israeli;; Jerusalem
Italy; Italian;; Rome
Ivory Coast; Ivorian;; Abidjan, Yamoussoukro; Cote d'Ivoire
Jamaica; Jamaican;; Kingston
Japan; Japanese; Japanese; Tokyo
Jordan; Jordanian;; Amman
Kazakhstan; Kazakh;; Astana, Almaty
Kenya; Kenyan;; Nairobi
Kosovo; Kosovar;; Pristina
Kuwait; Kuwaiti;; Kuwait City
Kyrgyzstan; Kyrgyz; Kyrgyz; Bishkek
Laos; Laotian, Lao;; Vientiane
Latvia; Latvian;; Riga
Lebanon; Lebanese; Lebanese; Beirut
Lesotho; Basotho; Basotho; Maseru
Liberia; Liberian;; Monrovia
Libya; Libyan;; Tripoli
Liechtenstein; Liechtensteiner;; Vaduz
Lithuania; Lithuanian;; Vilnius
Luxembourg; Luxembourger;;
Macedonia; Macedonian;; Skopje; North Macedonia
Madagascar; Malagasy; Malagasy; Antananarivo
Malawi; Malawian;; Lilongwe
Malaysia; Malaysian;; Kuala Lumpur
Maldives; Maldivian;; Male
Mali; Malian;; Bamako
Malta; Maltese; Maltese; Valletta
Mauritania; Mauritanian;; Nouakchott
Mauritius; Mauritian;; Port Louis
Mexico; Mexican;; Mexico City
Moldova; Moldovan;; Chisinau
Monaco; Monegasque;;
Mongolia; Mongolian;; Ulan Bator, Ulaanbaatar
Montenegro; Montenegrin;; Podgorica
Morocco; Moroccan;; Rabat
Mozambique; Mozambican;; Maputo
Myanmar; Burmese; Burmese; Rangoon, Yangon, Naypyidaw; Burma
Namibia; Namibian;; Windhoek
Nepal; Nepalese, Nepali; Nepalese; Kathmandu
Netherlands; Dutch; Dutch; The Hague, Amsterdam; The Netherlands, Holland
New Zealand; New Zealand; New Zealanders; Wellington
Nicaragua; Nicaraguan;; Managua
Niger; Nigerien;; Niamey
Nigeria; Nigerian;; Abuja, Lagos
North Korea; North Korean;; Pyongyang; Democratic People's Republic of Korea, DPRK
Norway; Norwegian;; Oslo
Oman; Omani;; Muscat
Pakistan; Pakistani;; Islamabad
Panama; Panamanian;; Panama City
Papua New Guinea; Papua New Guinean;; Port Moresby
Paraguay; Paraguayan;; Asuncion
Peru; Peruvian;; Lima
Philippines; Philippine, Filipino; Filipinos; Manila; The Philippines
Poland; Polish; Poles; Warsaw
Portugal; Portuguese; Portuguese; Lisbon
Qatar; Qatari;; Doha
Romania; Romanian;; Bucharest
Russia; Russian;; Moscow, Kremlin; Russian Federation
Rwanda; Rwandan;; Kigali
Samoa; Samoan;; Apia
Saudi Arabia; Saudi, Saudi Arabian;; Riyadh
Senegal; Senegalese; Senegalese; Dakar
Serbia; Serbian; Serbs, Serbians; Belgrade
Sierra Leone; Sierra Leonean;; Freetown
Singapore; Singaporean;;
Slovakia; Slovak;; Bratislava
Slovenia; Slovenian, Slovene;; Ljubljana
Somalia; Somali;; Mogadishu
South Africa; South African;; Pretoria
South Korea; South Korean;; Seoul; Republic of Korea
South Sudan; South Sudanese; South Sudanese; Juba
Soviet Union; Soviet;;; USSR, U.S.S.R.
Spain; Spanish; Spaniards; Madrid
Sri Lanka; Sri Lankan;; Colombo
Sudan; Sudanese; Sudanese; Khartoum
Suriname; Surinamese; Surinamese; Paramaribo
Sweden; Swedish; Swedes; Stockholm
Switzerland; Swiss; Swiss; Bern, Berne
Syria; Syrian;; Damascus
Taiwan; Taiwanese; Taiwanese; Taipei
Tajikistan; Tajik;; Dushanbe
Tanzania; Tanzanian;; Dodoma, Dar es Salaam
Thailand; Thai;; Bangkok
Togo; Togolese; Togolese; Lome
Tonga; Tongan;;
Trinidad and Tobago; Trinidadian;; Port of Spain; Trinidad
Tunisia; Tunisian;; Tunis
Turkey; Turkish; Turks; Ankara; Türkiye
Turkmenistan; Turkmen; Turkmens; Ashgabat
Uganda; Ugandan;; Kampala
Ukraine; Ukrainian;; Kiev, Kyiv
United Arab Emirates; Emirati;; Abu Dhabi; UAE, U.A.E.
United States; American, U.S., US;; Washington; U.S., US, USA, U.S.A., America, United States of America
Uruguay; Uruguayan;; Montevideo
Uzbekistan; Uzbek;; Tashkent
Vatican; Vatican;;; Holy See, Vatican City
Venezuela; Venezuelan;; Caracas
Vietnam; Vietnamese; Vietnamese; Hanoi
Yemen; Yemeni;; Sanaa
Yugoslavia; Yugoslav;;
Zaire; Zairean, Zairian;;
Zambia; Zambian;; Lusaka
Zimbabwe; Zimbabwean;; Harare
"""


def _listed(cell: str) -> list[str]:
    return [form.strip() for form in cell.split(",") if form.strip()]


COUNTRIES: dict[str, str] = {}  # any name of a country → the one we show
ADJECTIVES: dict[str, str] = {}  # "Syrian" → "Syria"
PEOPLES: dict[str, str] = {}  # "Russians" → "Russia"
CAPITALS: dict[str, str] = {}  # "Damascus" → "Syria"
for _row in _COUNTRIES.strip().splitlines():
    _name, _adjectives, _people, _capitals, _others = (_row + ";;;;").split(";")[:5]
    for _form in (_name, *_listed(_others)):
        COUNTRIES[_form] = _name
    for _form in _listed(_adjectives):
        ADJECTIVES[_form] = _name
    for _form in _listed(_people) or [f"{form}s" for form in _listed(_adjectives) if form.isalpha()]:
        PEOPLES[_form] = _name
    for _form in _listed(_capitals):
        CAPITALS[_form] = _name
# Also the name of something else: the country only where the article says one of these words too.
DOUBTFUL_COUNTRIES = {
    "Georgia": words("Georgian Georgians Tbilisi Russia Russian Abkhazia Ossetia Armenia Azerbaijan"),
    "Jordan": words("Jordanian Jordanians Amman Israel Syria Iraq Palestinian Palestinians Arab"),
    "Chad": words("Chadian N'Djamena Africa African Sudan Libya"),
}
# A seat of government is a building: it stands for the state wherever it is named.
SEATS = {"Kremlin": "Russia", "Downing Street": "Britain", "Whitehall": "Britain", "Elysee": "France"}
SEATS |= {"Élysée": "France", "Quai d'Orsay": "France", "Blue House": "South Korea"}
CAPITALS.pop("Kremlin")

# Adjectives of regions, faiths and wings: they qualify somebody, and in the plural they are a group.
REGIONAL = words(
    """
    African Arab Asian European Western Eastern Northern Southern Latin Scandinavian Nordic Baltic
    Balkan Caribbean Palestinian Kurdish Chechen Tibetan Basque Catalan Scottish Welsh English
    Corsican Flemish Tamil Tutsi Hutu Muslim Moslem Islamic Islamist Christian Jewish Hindu Sikh
    Buddhist Catholic Protestant Orthodox Shiite Shia Sunni Alawite Druze Coptic Anglican Lutheran
    Evangelical Republican Democratic Democrat Conservative Labour Liberal Communist Socialist
    Hispanic Latino  Californian Texan Bavarian Sicilian Indian
    """
)
# Peoples without a state of their own, and parties' people: groups that act by these names.
GROUP_PEOPLES = words(
    """
    Palestinians Kurds Chechens Tibetans Basques Catalans Scots Arabs Muslims Moslems Islamists
    Christians Jews Hindus Sikhs Buddhists Catholics Protestants Shiites Sunnis Alawites Druze
    Tamils Tutsis Hutus Republicans Democrats Conservatives Liberals Communists Socialists Greens
    Tories Social-Democrats Europeans Africans Asians Westerners Hispanics Latinos Evangelicals
    Libertarians Independents
    """
)
# "the village of Foua", "Idlib province": what stands beside these is a place.
PLACE_NOUNS = words(
    """
    city town village province district region state county island river valley mountain mountains
    lake sea ocean bay coast peninsula desert border airport port harbour harbor street avenue road
    highway square bridge suburb neighborhood neighbourhood enclave area territory capital
    settlement camp base beach park stadium cities towns villages provinces districts regions
    islands suburbs neighborhoods neighbourhoods governorate municipality prefecture outskirts
    resort
    """
)
NATIONS = words("England Scotland Wales")
# Of these families are called, too: "Jun Park".
FAMILIES = words("park lake bridge beach bay river field")
# A name of several words that ends so is a place, whatever house may stand in it: "Selwick Police Station".
SITE_WORDS = words(
    """
    station stations square ramp tower towers terminal plaza pier quay jetty marina mall boulevard gate gates
    building estate hall lodge airport cemetery heights docks dock wharf bridge tunnel
    """
)
# Places, though a house could be called so.
NAMED_PLACES = phrases("west bank | south bank | left bank | right bank | outer banks | red square")
# Houses that are buildings, too, and no more where somebody is only said to be there.
BUILDINGS = words(
    """
    hospital hospice clinic infirmary church cathedral chapel mosque synagogue temple school museum gallery
    library theatre theater prison jail hotel hall stadium arena club center centre
    """
)
PLACE_OPENERS = words("lake mount mt fort cape loch")
# Prepositions of place: what follows is where, not who.
LOCATIVE = words(
    """
    in into near around across throughout outside inside toward towards via off within onto through over at
    from
    """
)
# Somebody by the country alone: "the Dutchman said".
COUNTRYMEN = words(
    """
    englishman englishwoman welshman welshwoman scotsman scotswoman irishman irishwoman frenchman frenchwoman
    dutchman dutchwoman cornishman cornishwoman manxman ulsterman ulsterwoman yorkshireman yorkshirewoman
    norseman norsewoman
    """
)

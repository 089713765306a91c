"""What people write above the columns of the map, in English and Spanish."""

from ecosystem.imports.vocabulary import NAMES

# Beyond the vocabulary of imports, which knows what every list of groups has.
WORDS = {
    "name": "name | group | group name | organization | organization name | org | agency | agency name | site name | store name | "
    "store | corner store | market | nonprofit | collective | nombre | grupo | nombre del grupo | organización | organizacion | "
    "nombre de la organización | agencia | org grupo | colectivo | entidad",
    "resource": "resource | resource name | program | program name | service | service name | title | name of the resource | "
    "recurso | nombre del recurso | programa | nombre del programa | servicio | título",
    "kind": "kind of group | kind | group type | organization type | tipo de grupo | tipo de organización | clase",
    "description": "about the group | about us | mission | organization description | sobre el grupo | acerca de | misión",
    "values": "values of the group | principles | guiding values | valores del grupo | principios",
    "offers": "what it offers | offers | offer | services offered | services | description | details | summary | "
    "public notes | notes | note | comments | qué ofrece | que ofrece | ofrece | servicios | descripción | descripcion | notas | "
    "comentarios | observaciones",
    "place_label": "what people call the place | place | place name | location | location name | site | lugar | sitio | "
    "nombre del lugar | ubicación",
    "place_note": "how to find it | directions | specific location | site specific location | cómo llegar | referencias",
    "precision": "shown as | precision | how exactly it is shown | se muestra como | precisión",
    "role": "who answers | contact role | role of contact | quién contesta | puesto | cargo",
    "contact_note": "contact note | note on contact | nota del contacto",
    "who_may_use": "who may use it | who can use it | eligibility | population served | requirements | who is it for | "
    "income eligibility | elegibilidad | quién puede usarlo | requisitos",
    "populations": "populations | people served | for whom | made for | poblaciones | para quién | personas atendidas",
    "reach": "reaches | neighborhoods served | service area | areas served | llega a | barrios que atiende | zona de servicio",
    "season_note": "season | seasons | temporada | temporadas | rest weeks",
    "funding": "funding | paid by | who pays | funded by | funding source | financiamiento | quién paga | fuente de fondos",
    "funding_note": "funding note | funder | funders | financiador | nota de financiamiento",
    "strings": "strings | strings attached | conditions of funding | condiciones | ataduras",
    "run_by": "run by | who runs it | operated by | lo dirige | quién lo dirige | quién lo lleva | a cargo de",
    "values_practiced": "values | values and how it practices them | valores | valores y prácticas",
    "who_could_change": "who could change it | who could change how it works | quién podría cambiarlo",
    "how_to_change": "how to change it | by what means | cómo cambiarlo | por qué medios",
    "deciders": "who decides | deciders | decision makers | quién decide | toman decisiones",
    "data_collected": "data collected | what it writes down | data it collects | qué datos recoge | datos que recoge",
    "data_shared_with": "data shared with | shares data with | comparte datos con",
    "data_kept_for": "data kept for | how long data is kept | cuánto guarda los datos",
    "verified_how": "how checked | how we checked | verified how | cómo se verificó",
    "review_on": "check again by | review on | next review | revisar antes de | próxima revisión",
    "is_on_call": "on call | de guardia | por llamada",
    "is_mobile": "mobile | comes to people | comes to you | móvil | va a la gente",
    "is_always_open": "always open | day and night | 24 hours | siempre abierto | día y noche",
    "reaches_everywhere": "for every neighborhood | everywhere | todos los barrios",
    "serves_everyone": "for everybody | serves everyone | para todos",
    "access_languages": "language access | access in languages | acceso en idiomas",
    "access_undocumented": "undocumented | undocumented ok | welcome without papers | safe for undocumented people | "
    "without papers | undocumented friendly | sin papeles | indocumentados | bienvenidas sin papeles",
    "access_physical": "physical access | wheelchair | wheelchair accessible | accessible | ada | acceso físico | "
    "silla de ruedas | accesible en silla | accesible",
    "access_drugs": "people who use drugs | welcome to people who use drugs | harm reduction | drug users | "
    "personas que usan drogas | reducción de daños",
    "access_sex_trades": "people in the sex trades | sex workers | sex trades | trabajo sexual | trabajadoras sexuales",
    "access_neurodivergent": "neurodivergent | neurodivergent people | sensory | neurodivergentes",
    "access_queer": "queer | queer people | lgbt | lgbtq | lgbtq friendly | personas queer | lgbtq amigable",
    "access_trans": "trans | trans and nonbinary people | trans friendly | nonbinary | personas trans",
    "brings_police": "calls police | brings in police | brings police | police | would call police | call the police | "
    "llama a la policía | policía",
    "brings_immigration": "calls immigration | immigration enforcement | ice | brings in ice | la migra | migración",
    "brings_family_policing": "family policing | calls cps | cps | child welfare | dcfs | servicios de protección infantil",
    "brings_coerced_care": "coerced care | coerced medical care | forced hospitalization | psychiatric hold | "
    "hospitalización forzada | atención forzada",
}  # fmt: skip


def names(key: str) -> tuple[str, ...]:
    """Headers that mean this field, the plainest first."""
    own = tuple(word.strip() for word in WORDS.get(key, "").split("|") if word.strip())
    return own or NAMES.get(key, (key.replace("_", " "),))

"""What people write above a column, in English and Spanish: to find the header row and to name fields."""

WORDS = {
    "name": (
        "name | group | group name | organization | organization name | org | agency | agency name | site "
        "name | store name | store | corner store | market | program | program name | resource | title | "
        "service | location | place | nombre | grupo | organización | nombre del grupo | programa | recurso | "
        "nombre de la organización | org grupo | nombre del recurso | agencia | lugar | servicio"
    ),
    "description": (
        "description | what it offers | about | services offered | details | summary | location description | "
        "descripción | qué ofrece | servicios | resumen"
    ),
    "area": (
        "area | category | type | need | topic | theme | service type | area of care | categoria | categoría "
        "| área | tipo | tema | necesidad"
    ),
    "moment": "moment | when it helps | stage | momento | cuándo ayuda | etapa",
    "address": (
        "address | address 1 | street | street address | addr1 | address line 1 | site address 1 | mailing "
        "address | dirección | domicilio | calle | direccion"
    ),
    "address_2": (
        "address 2 | addr2 | address line 2 | unit | suite | apartment | site address 2 | dirección 2 | piso "
        "| departamento"
    ),
    "city": "city | town | site city | municipality | cities | ciudad | municipio",
    "state": "state | site state | province | estado | provincia",
    "zip": (
        "zip | zip code | zipcode | zip5 | postal code | postcode | site zip | zip codes | código postal | cp "
        "| codigo postal"
    ),
    "county": "county | counties | condado",
    "neighborhood": "neighborhood | neighbourhood | district | barrio | vecindario | colonia",
    "latitude": "latitude | lat | y | google lat | latitud",
    "longitude": "longitude | long | lon | lng | x | google long | longitud",
    "coordinates": "coordinates | geolocation | lat long | gps | coordenadas | ubicación gps",
    "phone": (
        "phone | phones | telephone | tel | phone number | phone numbers | cell | mobile | poc phone | "
        "hotline | teléfono | teléfonos | número de teléfono | celular | telefono"
    ),
    "email": "email | e mail | mail | email address | poc email | correo | correo electrónico",
    "web": (
        "website | web | url | web site | web page | web address | website address | link | homepage | site "
        "website | sitio web | página web | pagina web | enlace"
    ),
    "contact": "contact | contact person | contact name | poc name | poc | contacto | persona de contacto",
    "hours": (
        "hours | hrs | opening hours | hours of operation | open hours | schedule | time | times | date time "
        "| days and hours | dates and hours | when | horario | horarios | horas | días y horas"
    ),
    "season": "season | seasons | temporada",
    "languages": ("languages | language | languages spoken | idioma | idiomas | lenguas | lengua | idiomas que hablan"),
    "eligibility": (
        "eligibility | who may use it | who can use it | population served | ages | requirements | "
        "elegibilidad | quién puede usarlo | requisitos | población"
    ),
    "cost": "cost | price | fee | fees | costo | precio | cuota",
    "notes": (
        "notes | note | comments | comment | public notes | remarks | notas | nota | comentarios | observaciones"
    ),
    "source": "source | source org | data source | fuente | origen",
    "source_key": (
        "id | service id | services id | location id | site id | resource id | group id | fid | original id | "
        "record id | globalid | agency ref | clave | identificador"
    ),
    "checked_on": (
        "checked | last checked | verified | verified on | last verified | updated | last updated | edit date "
        "| verificado | última verificación | última revisión | revisado | actualizado"
    ),
    "status": "status | open | active | is this service open | estatus | activo | abierto",
}

NAMES: dict[str, tuple[str, ...]] = {key: tuple(words.split(" | ")) for key, words in WORDS.items()}

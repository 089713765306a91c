"""The SQL of search that Django cannot write. All of it is constant.

A condition that is not leakproof cannot use an index behind a row policy. So a function with the rights of a role that
can read this one table, and nothing else, answers with ids only; the rows come by id, through the scope.
"""

PLAIN = """
CREATE OR REPLACE FUNCTION search_plain(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT translate(lower(words), 'áàâäãéèêëíìîïóòôöõúùûüñç', 'aaaaaeeeeiiiiooooouuuunc')
$$
"""
WORDS = """
CREATE OR REPLACE FUNCTION search_words(coalition uuid, language text, title text, body text)
RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT setweight(to_tsvector(c.tongue, c.title) || to_tsvector('simple', c.title), 'A')
        || setweight(to_tsvector(c.tongue, c.body) || to_tsvector('simple', c.body), 'C')
        || ('t' || replace(coalition::text, '-', ''))::tsvector
    FROM (SELECT CASE left(language, 2) WHEN 'es' THEN 'spanish' WHEN 'en' THEN 'english' ELSE 'simple' END::regconfig
                     AS tongue,
                 public.search_plain(title) AS title, public.search_plain(left(body, 20000)) AS body) c
$$
"""
QUERY = """
CREATE OR REPLACE FUNCTION search_query(typed text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    plain text := btrim(regexp_replace(public.search_plain(left(typed, 200)), '[^[:alnum:]]+', ' ', 'g'));
    found text[] := (regexp_split_to_array(plain, ' '))[1:8];
    stems tsquery;
    asked tsquery;
    place integer;
BEGIN
    FOR place IN 1 .. COALESCE(array_length(found, 1), 0) LOOP
        CONTINUE WHEN found[place] = '';
        stems := plainto_tsquery('english', found[place]) || plainto_tsquery('spanish', found[place]);
        CONTINUE WHEN place < array_length(found, 1)
            AND 0 IN (numnode(plainto_tsquery('english', found[place])),
                      numnode(plainto_tsquery('spanish', found[place])));
        stems := stems
            || to_tsquery('simple', found[place] || CASE WHEN place = array_length(found, 1) THEN ':*' ELSE '' END);
        asked := CASE WHEN asked IS NULL THEN stems ELSE asked && stems END;
    END LOOP;
    RETURN asked;
END $$
"""
SEARCH = """
CREATE OR REPLACE FUNCTION search_ids(coalition uuid, typed text, kinds text[], at_most integer)
RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    asked tsquery := public.search_query(typed);
    found uuid[];
BEGIN
    IF asked IS NULL OR coalition IS NULL OR COALESCE(current_setting('app.link_kind', true), '') <> ''
       OR coalition IS DISTINCT FROM NULLIF(current_setting('app.coalition_id', true), '')::uuid THEN
        RETURN '{}';
    END IF;
    asked := asked && ('t' || replace(coalition::text, '-', ''))::tsquery;
    SELECT array_agg(d.id ORDER BY d.weight DESC, d.title, d.id) INTO found FROM (
        SELECT s.id, s.title, ts_rank('{0, 0.05, 0.1, 1}', s.words, asked) AS weight
        FROM public.threads_searchdocument s
        WHERE s.words @@ asked AND s.coalition_id = coalition AND s.kind = ANY (kinds)
        ORDER BY weight DESC, s.title, s.id LIMIT LEAST(at_most, 500)) d;
    RETURN COALESCE(found, '{}');
END $$
"""
FILL = """
CREATE OR REPLACE FUNCTION keep_findable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format(
        'INSERT INTO public.threads_searchdocument AS d (id, coalition_id, kind, record_id, language, title, words)
         SELECT gen_random_uuid(), c.coalition_id, %1$L, c.id, c.%2$I, left(c.%3$I, 300),
                public.search_words(c.coalition_id, c.%2$I, c.%3$I, concat_ws('' '', %4$s))
         FROM changed c
         ON CONFLICT (coalition_id, kind, record_id) DO UPDATE
         SET language = excluded.language, title = excluded.title, words = excluded.words
         WHERE d.words IS DISTINCT FROM excluded.words OR d.title IS DISTINCT FROM excluded.title',
        TG_ARGV[0], TG_ARGV[1], TG_ARGV[2], TG_ARGV[3]);
    RETURN NULL;
END $$
"""
FUNCTIONS = (PLAIN, WORDS, QUERY, SEARCH, FILL)
ASK = "SELECT search_ids(%s, %s, %s, %s)"

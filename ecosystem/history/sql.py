"""The SQL of history that Django cannot write. All of it is constant."""

PURGE_FUNCTION = """
CREATE OR REPLACE FUNCTION purge_history(history_of text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    here uuid := NULLIF(current_setting('app.coalition_id', true), '')::uuid;
    known public.history_eventwindow%ROWTYPE;
    gone bigint;
BEGIN
    IF here IS NULL THEN
        RAISE EXCEPTION 'purge_history needs a coalition in scope';
    END IF;
    SELECT * INTO STRICT known FROM public.history_eventwindow w WHERE w.event_table = history_of;
    EXECUTE format(
        'DELETE FROM public.%1$I e WHERE e.coalition_id = $1
           AND NOT EXISTS (SELECT FROM public.%2$I l WHERE l.coalition_id = $1 AND l.id = e.pgh_obj_id)
           AND NOT EXISTS (SELECT FROM public.%1$I d WHERE d.coalition_id = $1 AND d.pgh_obj_id = e.pgh_obj_id
                           AND d.pgh_created_at > now() - $2)',
        known.event_table, known.live_table
    ) USING here, known.kept_for;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$
"""
PURGE = "SELECT purge_history(%s)"

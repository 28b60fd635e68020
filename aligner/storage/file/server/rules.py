"""What the database itself sees to, whoever is connected and with whatever program: the journal only grows.

An entry is taken when it is the next one of the chain, signed by the role that is logged in. What holds after it, and
the seals over both, are written by the database from the entry itself: no role needs, or has, the right to write them.
"""

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection

from aligner.storage.file.refusals import NOT_NEXT, NOT_OWN_UNDO, OF_ANOTHER

LOCK: Final = 0x414C4E52
"""Number of the lock that whoever writes takes first: the chain of changes has one end."""

CHANNEL: Final = "aligner"
"""Whoever listens on this channel is told the number of each entry of the journal when it has been written."""

NUMBER: Final = 1
"""Of these rules; rises when one of them changes."""

NOTES: Final = ("review.flags", "review.views", "review.drafts")
"""Settings that every reviewer writes, of `usecases.review.notes`; of the drafts only the own ones."""

_FUNCTIONS: Final = f"""
CREATE OR REPLACE FUNCTION aligner_rules() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT {NUMBER}'

CREATE OR REPLACE FUNCTION aligner_plain(given text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT replace(given, '\\u0000', '\\ufdd0')
$$

CREATE OR REPLACE FUNCTION aligner_total(total numeric, entry text[], sign integer) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE SET search_path = :schema, pg_temp AS $$
DECLARE
    digest bytea := sha256(convert_to('[' || array_to_string(ARRAY(SELECT to_json(e)::text FROM unnest(entry)
        WITH ORDINALITY AS each(e, place) ORDER BY place), ',') || ']', 'UTF8'));
    number numeric := 0;
BEGIN
    FOR place IN 0..7 LOOP
        number := number * 4294967296
            + ('x' || encode(substring(digest FROM place * 4 + 1 FOR 4), 'hex'))::bit(32)::bigint;
    END LOOP;
    number := mod(total + sign * number, 2::numeric ^ 256);
    RETURN CASE WHEN number < 0 THEN number + 2::numeric ^ 256 ELSE number END;
END $$

CREATE OR REPLACE FUNCTION aligner_hex(total numeric) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    text_of text := '';
BEGIN
    FOR place IN 1..8 LOOP
        text_of := lpad(to_hex(mod(total, 4294967296)::bigint), 8, '0') || text_of;
        total := div(total, 4294967296);
    END LOOP;
    RETURN text_of;
END $$

CREATE OR REPLACE FUNCTION aligner_of_hex(digits text) RETURNS numeric LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    total numeric := 0;
BEGIN
    FOR place IN 0..7 LOOP
        total := total * 4294967296 + ('x' || substring(digits FROM place * 8 + 1 FOR 8))::bit(32)::bigint;
    END LOOP;
    RETURN total;
END $$

CREATE OR REPLACE FUNCTION aligner_seal(of_part text, of_key text, of_digest text) RETURNS void
LANGUAGE plpgsql SET search_path = :schema, pg_temp AS $$
BEGIN
    IF of_digest IS NULL THEN
        DELETE FROM seal WHERE part = of_part AND key = of_key;
    ELSE
        INSERT INTO seal VALUES (of_part, of_key, of_digest)
        ON CONFLICT (part, key) DO UPDATE SET digest = of_digest;
    END IF;
    INSERT INTO seal VALUES ('whole', '', (
        SELECT encode(sha256(convert_to('[' || coalesce(string_agg('[' || to_json(part)::text || ','
            || to_json(key)::text || ',' || to_json(digest)::text || ']', ','
            ORDER BY part COLLATE "C", key COLLATE "C"), '') || ']', 'UTF8')), 'hex')
        FROM seal WHERE NOT (part = 'whole' AND key = '')))
    ON CONFLICT (part, key) DO UPDATE SET digest = excluded.digest;
END $$

CREATE OR REPLACE FUNCTION aligner_owns() RETURNS boolean LANGUAGE sql STABLE
SET search_path = :schema, pg_temp AS $$
    SELECT pg_has_role(session_user, relowner, 'MEMBER') FROM pg_class WHERE oid = 'change'::regclass
$$

CREATE OR REPLACE FUNCTION aligner_may_sign(entry change) RETURNS boolean LANGUAGE sql STABLE
SET search_path = :schema, pg_temp AS $$
    SELECT aligner_owns() OR entry.reviewer = session_user
        OR entry.action = 'editions' AND entry.reviewer = 'Aligner'
            AND has_table_privilege(session_user, 'catalogue', 'INSERT')
$$

CREATE OR REPLACE FUNCTION aligner_before() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = :schema, pg_temp AS $$
DECLARE
    last record;
    undone record;
BEGIN
    PERFORM pg_advisory_xact_lock({LOCK});
    SELECT id, hash INTO last FROM change ORDER BY id DESC LIMIT 1;
    IF NEW.id <> coalesce(last.id, 0) + 1 OR NEW.hash <> encode(sha256(convert_to(
        coalesce(last.hash, repeat('0', 64)) || '{{"action":' || to_json(NEW.action)::text || ',"at":'
        || to_json(NEW.at)::text || ',"id":' || NEW.id || ',"reviewer":' || to_json(NEW.reviewer)::text || ',"rows":'
        || NEW.rows || ',"undoes":' || coalesce(NEW.undoes::text, 'null') || '}}', 'UTF8')), 'hex') THEN
        RAISE EXCEPTION 'not the next entry of the journal' USING ERRCODE = '{NOT_NEXT}';
    END IF;
    IF NOT aligner_may_sign(NEW) THEN
        RAISE EXCEPTION 'signed with the name of another' USING ERRCODE = '{OF_ANOTHER}';
    END IF;
    IF NEW.undoes IS NULL THEN
        IF NEW.action IN ('undo', 'redo') THEN
            RAISE EXCEPTION 'undoes nothing' USING ERRCODE = '{NOT_OWN_UNDO}';
        END IF;
        IF NEW.action NOT IN ('settle', 'editions') AND NOT aligner_owns() AND EXISTS (
            SELECT FROM json_array_elements(aligner_plain(NEW.rows)::json) AS entry
            WHERE json_typeof(entry->3) = 'object' AND coalesce(entry->3->>'reviewer', '') NOT IN (
                '', NEW.reviewer,
                coalesce(CASE json_typeof(entry->2) WHEN 'object' THEN entry->2->>'reviewer' END, ''))) THEN
            RAISE EXCEPTION 'signed with the name of another' USING ERRCODE = '{OF_ANOTHER}';
        END IF;
        RETURN NEW;
    END IF;
    SELECT reviewer, rows INTO undone FROM change WHERE id = NEW.undoes;
    IF undone IS NULL OR undone.reviewer <> NEW.reviewer OR aligner_plain(NEW.rows)::jsonb IS DISTINCT FROM (
        SELECT coalesce(jsonb_agg(jsonb_build_array(entry->0, entry->1, entry->3, entry->2) ORDER BY place DESC), '[]')
        FROM jsonb_array_elements(aligner_plain(undone.rows)::jsonb) WITH ORDINALITY AS each(entry, place))
    THEN
        RAISE EXCEPTION 'not the reverse of an own entry' USING ERRCODE = '{NOT_OWN_UNDO}';
    END IF;
    RETURN NEW;
END $$

CREATE OR REPLACE FUNCTION aligner_after() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = :schema, pg_temp AS $$
DECLARE
    entry json;
    body_after text;
    about text;
    first_part text;
    second_part text;
    stood text;
    total numeric := aligner_of_hex(coalesce(
        (SELECT digest FROM seal WHERE part = 'standing' AND key = ''), repeat('0', 64)));
BEGIN
    FOR entry IN SELECT * FROM json_array_elements(aligner_plain(NEW.rows)::json) LOOP
        about := entry->>0;
        first_part := entry->1->>0;
        second_part := entry->1->>1;
        stood := NULL;
        DELETE FROM standing WHERE subject = about AND first_key = first_part AND second_key = second_part
            RETURNING body INTO stood;
        IF (stood IS NULL) <> (json_typeof(entry->2) = 'null') THEN
            RAISE EXCEPTION 'something else holds by now' USING ERRCODE = '{NOT_NEXT}';
        END IF;
        IF stood IS NOT NULL THEN
            total := aligner_total(total, ARRAY[about, first_part, second_part, stood], -1);
        END IF;
        IF json_typeof(entry->3) <> 'null' THEN
            body_after := replace((entry->3)::text, '\\ufdd0', '\\u0000');
            INSERT INTO standing VALUES (about, first_part, second_part, body_after);
            total := aligner_total(total, ARRAY[about, first_part, second_part, body_after], 1);
        END IF;
    END LOOP;
    PERFORM aligner_seal('standing', '', aligner_hex(total));
    PERFORM aligner_seal('journal', '', NEW.id || ' ' || NEW.hash);
    PERFORM pg_notify('{CHANNEL}', NEW.id::text);
    RETURN NULL;
END $$

CREATE OR REPLACE FUNCTION aligner_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal only grows' USING ERRCODE = 'insufficient_privilege';
END $$

CREATE OR REPLACE FUNCTION aligner_note(of_name text, given text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = :schema, pg_temp AS $$
DECLARE
    kept jsonb;
BEGIN
    IF of_name NOT IN ('{"', '".join(NOTES)}') THEN
        RAISE EXCEPTION 'no note' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM pg_advisory_xact_lock({LOCK});
    IF of_name = 'review.drafts' AND NOT aligner_owns() THEN
        kept := coalesce((SELECT value::jsonb FROM setting WHERE name = of_name), '{{}}') - session_user::text;
        IF given::jsonb ? session_user::text THEN
            kept := kept || jsonb_build_object(session_user::text, given::jsonb->(session_user::text));
        END IF;
        given := kept::text;
    END IF;
    DELETE FROM setting WHERE name = of_name;
    IF given IS NOT NULL THEN
        INSERT INTO setting VALUES (of_name, given);
    END IF;
    PERFORM aligner_seal('setting', of_name, (
        SELECT encode(sha256(convert_to('str ' || octet_length(name) || ' ' || name || E'\\n' || 'str '
            || octet_length(value) || ' ' || value || E'\\n\\n', 'UTF8')), 'hex')
        FROM setting WHERE name = of_name));
END $$

CREATE OR REPLACE TRIGGER aligner_before BEFORE INSERT ON change FOR EACH ROW EXECUTE FUNCTION aligner_before()

CREATE OR REPLACE TRIGGER aligner_after AFTER INSERT ON change FOR EACH ROW EXECUTE FUNCTION aligner_after()

CREATE OR REPLACE TRIGGER aligner_kept BEFORE UPDATE OR DELETE ON change FOR EACH ROW EXECUTE FUNCTION aligner_refuse()

CREATE OR REPLACE TRIGGER aligner_all_kept BEFORE TRUNCATE ON change EXECUTE FUNCTION aligner_refuse()
"""  # noqa: S608 - nothing in it comes from outside

_ORDER = """
DO $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT table_name, column_name FROM information_schema.columns
        WHERE table_schema = current_schema() AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'
        AND table_name IN ('change', 'standing', 'seal', 'setting', 'candidate', 'snapshot', 'standard_column')
    LOOP
        EXECUTE 'ALTER TABLE ' || quote_ident(one.table_name) || ' ALTER COLUMN ' || quote_ident(one.column_name)
            || ' TYPE text COLLATE "C"';
    END LOOP;
END $$
"""
"""Texts come in the order of their characters, as in a file, whatever language the server was set up for."""


def install(connection: Connection) -> None:
    """Lay these rules down, in the place of earlier ones; only the owner of the tables can."""
    schema = connection.exec_driver_sql("SELECT quote_ident(current_schema())").scalar_one()
    plain = connection.execution_options(no_parameters=True)
    for statement in (_ORDER, *_statements(schema)):
        plain.exec_driver_sql(statement)


def _statements(schema: str) -> Iterator[str]:
    for statement in _FUNCTIONS.split("\n\nCREATE OR REPLACE "):
        text = statement.strip()
        whole = text if text.startswith("CREATE") else f"CREATE OR REPLACE {text}"
        yield whole.replace(":schema", schema)


def installed(connection: Connection) -> int:
    """The number of the rules in force; 0 when there are none."""
    if connection.exec_driver_sql("SELECT to_regprocedure('aligner_rules()')").scalar_one() is None:
        return 0
    number: int = connection.exec_driver_sql("SELECT aligner_rules()").scalar_one()
    return number

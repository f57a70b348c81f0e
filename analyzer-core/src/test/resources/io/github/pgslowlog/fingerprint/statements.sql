SELECT 1

SELECT version()

BEGIN

BEGIN ISOLATION LEVEL REPEATABLE READ

COMMIT

ROLLBACK TO SAVEPOINT active_record_1

SET extra_float_digits = 3

SET search_path TO "$user", public

SHOW transaction_isolation

SELECT "users".* FROM "users" WHERE "users"."id" = $1 LIMIT $2

SELECT "users".* FROM "users" WHERE "users"."email" = 'ann@example.org' AND "users"."deleted_at" IS NULL ORDER BY "users"."id" ASC LIMIT 1

SELECT COUNT(*) FROM "orders" WHERE "orders"."user_id" = 17 AND "orders"."state" IN ('paid', 'sent', 'done')

SELECT 1 AS one FROM "tags" WHERE LOWER("tags"."name") = LOWER('Java') LIMIT 1 /*application:Shop,controller:tags,action:create*/

SELECT DISTINCT "posts"."id", "posts"."created_at" AS alias_0 FROM "posts" LEFT OUTER JOIN "comments" ON "comments"."post_id" = "posts"."id" ORDER BY "posts"."created_at" DESC LIMIT 20 OFFSET 40

INSERT INTO "users" ("email", "name", "created_at", "updated_at") VALUES ('a@b.c', 'O''Neil', '2026-01-01 10:00:00.123', '2026-01-01 10:00:00.123') RETURNING "id"

UPDATE "users" SET "login_count" = COALESCE("login_count", 0) + 1, "updated_at" = '2026-01-01 10:00:00' WHERE "users"."id" = 5

DELETE FROM "sessions" WHERE "sessions"."updated_at" < '2025-12-01 00:00:00'

select u1_0.id,u1_0.name,a1_0.street from users u1_0 left join addresses a1_0 on a1_0.user_id=u1_0.id where u1_0.id=? and u1_0.active=true

select o1_0.id from orders o1_0 where o1_0.total>? and o1_0.state in (?,?,?) order by o1_0.id desc offset ? rows fetch first ? rows only

insert into order_line (amount,order_id,product_id,id) values ($1,$2,$3,$4)

update product set price=$1,version=$2 where id=$3 and version=$4

select nextval('order_seq')

SELECT "django_session"."session_key", "django_session"."session_data" FROM "django_session" WHERE ("django_session"."expire_date" > '2026-02-03T04:05:06+00:00'::timestamptz AND "django_session"."session_key" = 'abc') LIMIT 21

SELECT (1) AS "a" FROM "auth_group" WHERE UPPER("auth_group"."name"::text) LIKE UPPER('%admin%') LIMIT 1

SELECT anon_1.id AS anon_1_id FROM (SELECT users.id AS id FROM users WHERE users.name = %(name_1)s LIMIT 10) AS anon_1

SELECT "t0"."id", "t0"."tags" FROM "public"."items" AS "t0" WHERE ("t0"."tags" @> ARRAY['a', 'b']::text[] AND "t0"."data"->>'kind' = 'x') ORDER BY "t0"."id" ASC

SELECT * FROM "Users" AS "User" WHERE "User"."id" IN (1, 2, 3, 4, 5) AND "User"."createdAt" BETWEEN '2026-01-01' AND '2026-02-01'

SELECT b."Id", b."Url" FROM "Blogs" AS b WHERE b."Rating" > @__p_0 AND b."Url" = ANY (@__urls_1)

INSERT INTO events (id, payload) VALUES (1, '{"a": 1}'), (2, '{"a": 2}'), (3, NULL)

INSERT INTO events (id, payload) VALUES (DEFAULT, 'x') ON CONFLICT (id) DO UPDATE SET payload = EXCLUDED.payload, seen = events.seen + 1 WHERE events.payload <> 'y'

INSERT INTO counters AS c VALUES (1, -1, +2, - 3, -4.5e-10) ON CONFLICT DO NOTHING

SELECT * FROM a WHERE x = -1 AND y - 1 > 0 AND z = a-1 AND w = (-1)

SELECT * FROM a WHERE b IS NULL AND c IS NOT NULL AND d IS TRUE AND e IS NOT FALSE AND f = NULL AND g = true

SELECT CASE WHEN a = 1 THEN 'one' WHEN a = 2 THEN NULL ELSE -1 END FROM t

SELECT CASE a WHEN 1 THEN 'one' ELSE 'many' END AS size, count(*) FROM t GROUP BY 1 ORDER BY 2 DESC, 1

SELECT region, sum(amount) FILTER (WHERE amount > 0) FROM sales GROUP BY ROLLUP (region, 2) HAVING sum(amount) > 100

SELECT date_trunc('month', created_at), count(*) FROM orders WHERE created_at >= date '2026-01-01' AND created_at < timestamp '2027-01-01 00:00:00' + interval '1 day' GROUP BY date_trunc('month', created_at)

SELECT extract(year FROM o_orderdate) AS o_year, l_extendedprice * (1 - l_discount) AS volume FROM lineitem, orders WHERE o_orderkey = l_orderkey AND p_type = 'ECONOMY'

SELECT substring(c_phone FROM 1 FOR 2) AS cntrycode FROM customer WHERE substring(c_phone FROM 1 FOR 2) IN ('13', '31', '23')

SELECT s_name FROM supplier WHERE EXISTS (SELECT * FROM nation WHERE s_nationkey = n_nationkey AND n_name = 'CANADA') ORDER BY s_name

SELECT ps_partkey FROM partsupp WHERE ps_suppkey NOT IN (SELECT s_suppkey FROM supplier WHERE s_comment LIKE '%Customer%Complaints%')

WITH RECURSIVE tree(id, depth) AS (SELECT id, 0 FROM node WHERE parent IS NULL UNION ALL SELECT n.id, t.depth + 1 FROM node n JOIN tree t ON n.parent = t.id WHERE t.depth < 10) SELECT * FROM tree ORDER BY depth, id

WITH moved AS (DELETE FROM queue WHERE id IN (SELECT id FROM queue ORDER BY id LIMIT 10 FOR UPDATE SKIP LOCKED) RETURNING *) INSERT INTO done SELECT * FROM moved

WITH v(a, b) AS (VALUES (1, 'x'), (2, 'y')) SELECT a FROM v

WITH x AS MATERIALIZED (SELECT 1) SELECT * FROM x, LATERAL (SELECT * FROM y WHERE y.id = x.id) z

SELECT id, row_number() OVER (PARTITION BY kind ORDER BY score DESC ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM t

SELECT id, lag(v, 1, 0) OVER w FROM t WINDOW w AS (PARTITION BY a ORDER BY b, c DESC NULLS LAST)

SELECT percentile_cont(0.95) WITHIN GROUP (ORDER BY ms) FROM requests

SELECT * FROM t ORDER BY a DESC NULLS FIRST, b ASC, lower(c) LIMIT 10 OFFSET 20

SELECT * FROM t FETCH FIRST 10 ROWS ONLY

SELECT * FROM t OFFSET 5 ROWS FETCH NEXT 1 ROW WITH TIES

SELECT * FROM t LIMIT ALL

SELECT DISTINCT ON (user_id) user_id, at FROM visits ORDER BY user_id, at DESC

SELECT a FROM t UNION SELECT b FROM u EXCEPT ALL SELECT 3 ORDER BY 1

(SELECT 1) INTERSECT (SELECT 2)

VALUES (1, 2), (3, 4)

TABLE users

SELECT * FROM t WHERE (a, b) IN ((1, 2), (3, 4), (5, 6))

SELECT * FROM t WHERE (a, b) = (1, 2) AND ROW(a, b) < ROW(3, 4)

SELECT * FROM t WHERE a = ANY (ARRAY[1, 2, 3]) AND b = ALL ('{1,2}'::int[]) AND c[1] = 2 AND d[1:2] = ARRAY[[1, 2], [3, 4]]

SELECT ARRAY(SELECT id FROM t), ARRAY[]::int[], '{}'::jsonb

SELECT data->'a'->>'b', data #>> '{a,b}', data @> '{"x": 1}', data ? 'k', data ?| array['a', 'b'], data - 'k', data #- '{a}' FROM docs

SELECT * FROM docs WHERE to_tsvector('english', body) @@ plainto_tsquery('english', 'cat & dog')

SELECT * FROM places ORDER BY location <-> point '(1,2)' LIMIT 5

SELECT * FROM items ORDER BY embedding <=> '[0.1,0.2]'::vector LIMIT 10

SELECT * FROM t WHERE ip << inet '10.0.0.0/8' AND during && '[2026-01-01,2026-02-01)'::daterange AND name ~* '^a.*b$' AND name !~ E'\\d+'

SELECT * FROM t WHERE name ILIKE 'a%' ESCAPE '!' OR name NOT LIKE 'b_' OR name SIMILAR TO '%(b|d)%'

SELECT * FROM t WHERE name COLLATE "de_DE" > 'ä' AND "Größe" = 5 AND größe = 6

SELECT U&'d\0061t\+000061', U&"d\0061ta", N'national', B'0101', X'1FF', E'tab\there', $$dollar$$, $q$it's $$nested$$$q$

SELECT 'adjacent'
  ' strings' -- and a comment
  ' on three lines'

SELECT 1_000, 0x1F, 0o17, 0b101, .5, 1., 1.5e-3, 1e10

SELECT a.b.c, (a.b).c, a.*, "a"."B".c FROM s.a

SELECT cast(a AS numeric(10, 2)), a::varchar(20), '1'::int::text, CAST($1 AS uuid), timestamp with time zone '2026-01-01' FROM t

SELECT f(a => 1, b := 'x'), f(), f(VARIADIC ARRAY[1, 2]), count(DISTINCT x), string_agg(x, ',' ORDER BY x DESC) FROM t

SELECT a OPERATOR(pg_catalog.+) b, - c, + d, @ e, |/ 25, a ^ -2, a%2, ~1, a != b, a <> b FROM t

SELECT 1/*comment*/+/* nested /* comment */ */2--end

-- leading comment
SELECT /* hint */ id -- trailing
FROM t -- another
WHERE id = 1

SELECT * FROM a NATURAL JOIN b CROSS JOIN c FULL OUTER JOIN d USING (id, kind) INNER JOIN e ON (e.id = d.id AND e.x = 4) RIGHT JOIN f ON true

SELECT * FROM t TABLESAMPLE SYSTEM (10) REPEATABLE (42)

SELECT * FROM generate_series(1, 10) AS g(i) WITH ORDINALITY

SELECT * FROM ROWS FROM (json_to_recordset('[{"a":1}]') AS (a integer, b text)) AS x

SELECT * FROM t FOR UPDATE OF t NOWAIT

SELECT * FROM ONLY parent FOR KEY SHARE

SELECT 1 FROM ONLY "public"."parent" x WHERE "id" OPERATOR(pg_catalog.=) $1 FOR KEY SHARE OF x

DELETE FROM ONLY "public"."child" WHERE $1 OPERATOR(pg_catalog.=) "parent_id"

UPDATE t SET (a, b) = (SELECT x, y FROM u WHERE u.id = t.id), c = DEFAULT, d[2] = 5, e = NULL FROM v WHERE v.t_id = t.id AND v.z = 'q' RETURNING t.*

UPDATE accounts SET balance = balance - 100.00 WHERE id = 1 AND balance >= 100.00

DELETE FROM a USING b, c WHERE a.b_id = b.id AND b.c_id = c.id AND c.name = 'x'

MERGE INTO stock s USING delivery d ON s.item = d.item WHEN MATCHED AND d.n = 0 THEN DELETE WHEN MATCHED THEN UPDATE SET n = s.n + d.n WHEN NOT MATCHED THEN INSERT (item, n) VALUES (d.item, 1)

SELECT current_date - 7, now() - interval '1 hour', CURRENT_TIMESTAMP(3), date_part('dow', current_date)

SELECT a BETWEEN 1 AND 10, a NOT BETWEEN SYMMETRIC -1 AND -10, NOT b, b IS DISTINCT FROM NULL, b ISNULL FROM t

SELECT coalesce(a, NULL, 0), nullif(b, ''), greatest(1, c, -2), least(d, 1) FROM t

SELECT xmlelement(name foo, xmlattributes(1 AS bar), 'text'), json_build_object('a', 1, 'b', true), json_object('k': 1)

SELECT * FROM json_table('[1]', '$[*]' COLUMNS (a int PATH '$'))

SELECT position('a' IN 'abc'), overlay('abc' PLACING 'x' FROM 2), trim(BOTH ' ' FROM a), a AT TIME ZONE 'UTC' FROM t

EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT * FROM t WHERE id = 1

COPY t (a, b) FROM STDIN WITH (FORMAT csv, DELIMITER ',', NULL '\N')

COPY (SELECT * FROM t WHERE a = 1) TO STDOUT

PREPARE p (int, text) AS SELECT * FROM t WHERE a = $1 AND b = $2

EXECUTE p(1, 'x')

DEALLOCATE PREPARE p

DECLARE c1 CURSOR FOR SELECT * FROM big WHERE id > 100

FETCH FORWARD 100 FROM c1

CLOSE c1

CALL refresh('x', 1)

VACUUM (ANALYZE, VERBOSE) t (a, b)

ANALYZE t

LISTEN jobs

NOTIFY jobs, 'payload'

LOCK TABLE t IN SHARE ROW EXCLUSIVE MODE

REFRESH MATERIALIZED VIEW CONCURRENTLY mv

TRUNCATE a, b RESTART IDENTITY CASCADE

CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name varchar(255) NOT NULL DEFAULT 'x', price numeric(10, 2) CHECK (price > 0), tags text[] DEFAULT '{}', parent bigint REFERENCES t (id) ON DELETE SET NULL)

CREATE TABLE part PARTITION OF whole FOR VALUES FROM ('2026-01-01') TO ('2026-02-01')

CREATE TABLE part PARTITION OF whole FOR VALUES IN (1, 2, 3)

CREATE TEMP TABLE x ON COMMIT DROP AS SELECT * FROM t WHERE a = 1

CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON s.t USING btree (lower(name) text_pattern_ops, b DESC NULLS LAST) INCLUDE (c) WHERE deleted_at IS NULL

CREATE INDEX ON t USING gin (data jsonb_path_ops) WITH (fastupdate = off)

ALTER TABLE t ADD COLUMN c integer DEFAULT 0 NOT NULL, ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES b (id), ALTER COLUMN d TYPE text USING d::text

ALTER SEQUENCE s RESTART WITH 100 INCREMENT BY -5

DROP INDEX CONCURRENTLY IF EXISTS i

GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO reader

CREATE ROLE r LOGIN PASSWORD 'secret' VALID UNTIL 'infinity'

COMMENT ON COLUMN t.a IS 'the ''a'' column'

CREATE VIEW v AS SELECT a, b FROM t WHERE c = 'x' WITH LOCAL CHECK OPTION

CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy')

CREATE POLICY p ON t USING (tenant = current_setting('app.tenant')::int) WITH CHECK (true)

CREATE TRIGGER tr BEFORE INSERT OR UPDATE ON t FOR EACH ROW WHEN (NEW.a IS DISTINCT FROM 1) EXECUTE FUNCTION f('x', 1)

CREATE FUNCTION add(a integer, b integer DEFAULT 1) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2'

CREATE OR REPLACE FUNCTION touch() RETURNS trigger AS $body$
DECLARE
  n int := 0;
  "Q" text = $$it's$$;
BEGIN
  -- not a comment out here
  FOR i IN 1..10 LOOP
    n := n + i;
  END LOOP;
  NEW.updated_at := now();
  RETURN NEW;
END;
$body$ LANGUAGE plpgsql

DO $$ BEGIN PERFORM 1 FROM t WHERE a = 'x'; EXCEPTION WHEN others THEN NULL; END $$

IF n > 0 AND x IS NOT NULL THEN RETURN n - 1; END IF

n := n + 1

SELECT a INTO STRICT n FROM t WHERE id = NEW.id

FOR r IN SELECT * FROM t WHERE a = n LOOP

SELECT 1; SELECT 2

SELECT 1; UPDATE t SET a = 1;;

SELECT a FROM t WHERE b = 'unterminated

SELECT a FROM t WHERE (b = 1

SELECT a FROM t WHERE b = 1)

SELECT (((1))), ((a)), (((SELECT (((2))))))

SELECT first, last, rows FROM next WHERE row = 1 ORDER BY first, last

SELECT "select", "from", "Order", "a b", "1st", "" FROM "table"

select "group" from t order by "order" desc, "limit"

SELECT 1 AS "one", 2 two, '3' AS three, a"B"c FROM t

SELECT $1::int, $2 || 'x', -$3, $4[1], ($5).a, $6abc

CREATE EXTENSION pg_trgm;
CREATE EXTENSION btree_gist;

CREATE TABLE customers (
  id integer PRIMARY KEY,
  email text NOT NULL,
  name text COLLATE "C" NOT NULL,
  country text NOT NULL,
  credit numeric(10,2) NOT NULL,
  note text,
  created_at timestamptz NOT NULL
);

CREATE TABLE orders (
  id bigint PRIMARY KEY,
  customer_id integer NOT NULL REFERENCES customers,
  status text NOT NULL,
  total numeric(12,2) NOT NULL,
  placed_at timestamp NOT NULL,
  shipped_on date,
  paid boolean NOT NULL
);

CREATE TABLE items (
  order_id bigint NOT NULL,
  line smallint NOT NULL,
  product_id integer NOT NULL,
  quantity integer NOT NULL,
  price double precision NOT NULL,
  PRIMARY KEY (order_id, line)
);

CREATE TABLE documents (
  id integer PRIMARY KEY,
  title text NOT NULL,
  tags text[] NOT NULL,
  attributes jsonb NOT NULL,
  valid_at int4range NOT NULL,
  owner uuid NOT NULL
);

CREATE TABLE events (
  id bigint NOT NULL,
  kind smallint NOT NULL,
  user_id integer NOT NULL,
  happened_at timestamp NOT NULL
) PARTITION BY RANGE (happened_at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
CREATE TABLE events_3 PARTITION OF events FOR VALUES FROM ('2024-03-01') TO ('2024-04-01');

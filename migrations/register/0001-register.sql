-- The state register of legal entities and public formations, as its open data says it; one for many cities.
-- Kept: what a city needs to know its organisations. Never kept: founders, beneficiaries, members, tax numbers of
-- persons. Who signs for an organisation is kept for organisations of civil society only.

create table register_imports (
  id uuid primary key,
  file_name text not null,
  path text not null,
  size bigint not null,
  sha256 text not null,
  -- The day of the export.
  exported_on date not null,
  -- What the file holds: name, kind, generation, encoding, bytes of each part.
  parts jsonb not null,
  state text not null check (state in ('running', 'stopped', 'done', 'failed')),
  -- Where the next reading begins: the part, and bytes within its plain text.
  part integer not null default 0,
  position bigint not null default 0,
  read bigint not null default 0,
  added bigint not null default 0,
  changed bigint not null default 0,
  unchanged bigint not null default 0,
  set_aside bigint not null default 0,
  fault text,
  -- Somebody asked it to stop after the batch that is being kept.
  stop boolean not null default false,
  started_by text not null,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz
);
create index register_imports_by_age on register_imports (started_at desc, id desc);

create table register_entities (
  -- `uo:14360570`, `fsu:1010351020000011182`: the file and the code, or the record's number.
  ref text collate "C" primary key,
  source text not null check (source in ('uo', 'fsu')),
  record text,
  -- Eight digits as text.
  edrpou text,
  name text not null,
  short_name text,
  -- As written.
  form text,
  -- Kind of an organisation of civil society; none for all others.
  kind text,
  branch text,
  state text not null check (state in ('registered', 'inTermination', 'bankruptcy', 'terminated', 'other')),
  state_text text,
  registration text,
  registered_on date,
  purpose text,
  -- District and town, from the name or from an old address; never a street.
  place text,
  -- Who signs for it: of civil society only.
  leaders jsonb,
  -- Words of the names with slips of writing made one.
  normal text collate "C" not null,
  digest text collate "C" not null,
  exported_on date not null
);

create function register_words(text) returns tsvector
  language sql immutable strict parallel safe
  return array_to_tsvector(string_to_array($1, ' '));

-- A large load takes these away and makes them again at its end.
create index register_words_civil on register_entities using gin (register_words(normal)) where kind is not null;
create index register_words_other on register_entities using gin (register_words(normal)) where kind is null;

-- What later exports said otherwise.
create table register_changes (
  id bigint generated always as identity primary key,
  ref text collate "C" not null,
  field text not null,
  before text,
  after text,
  exported_on date not null,
  import_id uuid not null references register_imports
);
create index register_changes_of on register_changes (ref, id);

-- Pieces of a file that could not be read, the first bytes of each.
create table register_set_aside (
  import_id uuid not null references register_imports,
  number integer not null,
  part integer not null,
  position bigint not null,
  length bigint not null,
  reason text not null,
  bytes bytea not null,
  primary key (import_id, number)
);

-- The city passport: tables that the office keeps, and passports of a day.

-- Rows of all tables; what columns each has stands in the program, one typed definition a table.
create table passport_rows (
  id uuid primary key,
  table_key text not null,
  values jsonb not null,
  -- Of a figure or an event its day; of a term its first day, and the last one in until.
  day date,
  until date,
  source text not null,
  source_on date not null,
  search text not null,
  sort_key text not null,
  -- Why it is kept no longer; what was frozen keeps it.
  removed text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (day is null or until is null or day <= until)
);
create index passport_rows_by_name on passport_rows (table_key, sort_key, id) where removed is null;
create index passport_rows_by_day on passport_rows (table_key, day desc, id desc) where removed is null;
create index passport_rows_by_source on passport_rows (table_key, source_on desc, id desc) where removed is null;
create index passport_rows_search on passport_rows using gin (search gin_trgm_ops);

create table passport_imports (
  id uuid primary key,
  table_key text not null,
  file_name text not null,
  state text not null check (state in ('review', 'done', 'discarded')),
  content jsonb not null,
  mapping jsonb not null,
  outcome jsonb,
  created_by_name text not null,
  created_at timestamptz not null
);
create index passport_imports_by_age on passport_imports (table_key, created_at desc);

create table passports (
  id uuid primary key,
  as_of date not null,
  version integer not null default 1,
  state text not null check (state in ('draft', 'frozen', 'published', 'discarded')),
  correction_reason text,
  -- Who looked through which section and what was seen; which were left out, and why.
  review jsonb not null,
  -- Canonical JSON, word for word as it was hashed.
  content text,
  sha256 text,
  frozen_at timestamptz,
  frozen_by_name text,
  published_at timestamptz,
  published_by_name text,
  lock_version integer not null default 1,
  created_at timestamptz not null,
  check ((version = 1) = (correction_reason is null)),
  check ((state in ('frozen', 'published')) = (content is not null)),
  check ((content is null) = (sha256 is null)),
  check ((state = 'published') = (published_at is not null))
);
create unique index passports_one on passports (as_of, version) where state <> 'discarded';
create index passports_published on passports (as_of desc, version desc) where state = 'published';

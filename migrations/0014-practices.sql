-- What organisations did well: a card with figures, its evidence and whom to ask.

create table practices (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  -- Of the text that is worked on; what the public reads is the current version below.
  state text not null check (state in ('draft', 'submitted', 'returned', 'published', 'withdrawn')),
  content jsonb not null,
  title text not null,
  submitted_at timestamptz,
  returned_reason text,
  withdrawn_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  by_representative boolean not null,
  updated_at timestamptz not null
);
create index practices_of on practices (organisation_id, updated_at desc);
create index practices_by_state on practices (state, submitted_at, id);

-- Every text that was public, with the day from which it was.
create table practice_versions (
  practice_id uuid not null references practices,
  number integer not null,
  content jsonb not null,
  title text not null,
  search text not null,
  direction_id uuid references directions,
  year integer not null,
  partner_ids uuid[] not null,
  -- What the public reads now. At most one of a practice.
  current boolean not null,
  first_published_at timestamptz not null,
  published_at timestamptz not null,
  primary key (practice_id, number)
);
create unique index practice_versions_current on practice_versions (practice_id) where current;
create index practice_versions_list on practice_versions (first_published_at desc, practice_id desc) where current;
create index practice_versions_search on practice_versions using gin (search gin_trgm_ops) where current;
create index practice_versions_partners on practice_versions using gin (partner_ids) where current;
create index practice_versions_direction on practice_versions (direction_id) where current;

create table practice_files (
  practice_id uuid not null references practices,
  file_id uuid not null references files,
  title text not null,
  added_at timestamptz not null,
  primary key (practice_id, file_id)
);

-- Cards that came from an organisation which turned out to be another, so that they can go back.
create table practice_moves (
  merge_id uuid not null references organisation_merges,
  practice_id uuid not null references practices,
  primary key (merge_id, practice_id)
);

-- Those who follow organisations by e-mail. An address is kept only as long as its owner follows.
create table followers (
  id uuid primary key,
  email text not null unique,
  locale text not null check (locale in ('uk', 'en')),
  -- Of the link under each letter, and of the one that confirms; neither is kept.
  secret_hash text not null unique,
  confirm_hash text not null unique,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  -- What became public before this was in a letter already, or was before their time.
  cursor_at timestamptz,
  check ((confirmed_at is null) = (cursor_at is null))
);
create index followers_due on followers (cursor_at, id) where cursor_at is not null;

create table follow_selectors (
  follower_id uuid not null references followers on delete cascade,
  kind text not null check (kind in ('all', 'organisation', 'kind', 'direction')),
  value text not null,
  -- Asked for by somebody who typed the address; nothing is sent of it before its owner confirms.
  confirmed boolean not null,
  -- Nobody asked for it: it came when two organisations turned out to be one, and goes when they did not.
  moved_by uuid,
  primary key (follower_id, kind, value)
);

-- RFC 8058: by which a letter's reader leaves with one press, without opening it.
alter table messages add column unsubscribe text;

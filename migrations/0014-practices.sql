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

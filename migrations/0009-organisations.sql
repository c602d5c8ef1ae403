-- The city's registry of organisations: what each is now, what it was, and who says so.
-- Nothing here can hold a member, or a private person's party, faith or union: organisations and those who
-- represent them publicly only (Law 2297-VI, art. 7).

-- Lists that the office keeps.
create table districts (
  id uuid primary key,
  name text not null unique,
  name_en text,
  -- GeoJSON Polygon or MultiPolygon, longitude first; optional.
  outline jsonb,
  position integer not null,
  active boolean not null default true
);

create table directions (
  id uuid primary key,
  name text not null unique,
  name_en text,
  position integer not null,
  active boolean not null default true
);

create table confessions (
  id uuid primary key,
  name text not null unique,
  name_en text,
  position integer not null,
  active boolean not null default true
);

-- What most cities begin with; the office changes it.
insert into directions (id, name, name_en, position) values
  (gen_random_uuid(), 'Підтримка ветеранів і родин військових', 'Support of veterans and military families', 1),
  (gen_random_uuid(), 'Допомога переселенцям', 'Help to displaced persons', 2),
  (gen_random_uuid(), 'Соціальний захист і благодійність', 'Social protection and charity', 3),
  (gen_random_uuid(), 'Права людей з інвалідністю', 'Rights of persons with disabilities', 4),
  (gen_random_uuid(), 'Діти та молодь', 'Children and youth', 5),
  (gen_random_uuid(), 'Освіта і наука', 'Education and science', 6),
  (gen_random_uuid(), 'Культура і мистецтво', 'Culture and art', 7),
  (gen_random_uuid(), 'Спорт і здоров’я', 'Sport and health', 8),
  (gen_random_uuid(), 'Довкілля і благоустрій', 'Environment and public space', 9),
  (gen_random_uuid(), 'Права людини і місцева демократія', 'Human rights and local democracy', 10),
  (gen_random_uuid(), 'Краєзнавство і пам’ять', 'Local history and memory', 11),
  (gen_random_uuid(), 'Підприємництво і праця', 'Enterprise and labour', 12);

insert into confessions (id, name, name_en, position) values
  (gen_random_uuid(), 'Православна церква України', 'Orthodox Church of Ukraine', 1),
  (gen_random_uuid(), 'Українська православна церква', 'Ukrainian Orthodox Church', 2),
  (gen_random_uuid(), 'Українська греко-католицька церква', 'Ukrainian Greek Catholic Church', 3),
  (gen_random_uuid(), 'Римсько-католицька церква', 'Roman Catholic Church', 4),
  (gen_random_uuid(), 'Євангельські християни-баптисти', 'Evangelical Christian Baptists', 5),
  (gen_random_uuid(), 'Християни віри євангельської (п’ятидесятники)', 'Christians of Evangelical Faith (Pentecostals)', 6),
  (gen_random_uuid(), 'Адвентисти сьомого дня', 'Seventh-day Adventists', 7),
  (gen_random_uuid(), 'Інші протестантські громади', 'Other Protestant communities', 8),
  (gen_random_uuid(), 'Юдаїзм', 'Judaism', 9),
  (gen_random_uuid(), 'Іслам', 'Islam', 10),
  (gen_random_uuid(), 'Інше віросповідання', 'Other confession', 11);

-- Current values, for quick lists. Where each comes from stands in organisation_values.
create table organisations (
  id uuid primary key,
  kind text not null check (kind in (
    'partyBranch', 'ngo', 'ngoUnion', 'charity', 'religiousCommunity', 'tradeUnion', 'tradeUnionAssociation',
    'creativeUnion', 'employersOrganisation', 'selfOrganisationBody', 'other')),
  name text not null,
  short_name text,
  name_en text,
  -- Eight digits as text: leading zeros count. Many party cells and communities have none.
  edrpou text check (edrpou ~ '^[0-9]{8}$'),
  -- A legal form by the state classifier (КОПФГ).
  form_code text,
  state text not null check (state in ('active', 'terminating', 'terminated')),
  purpose text,
  registration text,
  registered_on date,
  founding_document text,
  confession_id uuid references confessions,
  katottg text check (katottg ~ '^UA[0-9]{17}$'),
  district_id uuid references districts,
  -- Of a body of self-organisation (Law 2625-III).
  body_kind text check (body_kind in (
    'house', 'street', 'quarter', 'microdistrict', 'cityDistrict', 'village', 'settlement')),
  territory text,
  permit text,
  permitted_on date,
  legalisation text check (legalisation in ('registration', 'notification')),
  legalised_on date,
  term_from date,
  term_until date,
  reported_on date,

  -- Words of all its names, former ones too, with slips of writing made one.
  search text not null,
  -- What tells its name from others, without legal form and quotes: twins meet here.
  core text not null,
  -- The organisation that it turned out to be. Its address leads there.
  merged_into uuid references organisations,
  verified_on date,
  verified_by text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (merged_into is null or merged_into <> id)
);
create index organisations_by_name on organisations (name, id) where merged_into is null;
create index organisations_by_kind on organisations (kind, name, id) where merged_into is null;
create index organisations_by_edrpou on organisations (edrpou) where edrpou is not null;
create index organisations_of_district on organisations (district_id) where district_id is not null;
create index organisations_of_confession on organisations (confession_id) where confession_id is not null;
create index organisations_merged on organisations (merged_into) where merged_into is not null;
create index organisations_search on organisations using gin (search gin_trgm_ops);
create index organisations_by_core on organisations (core) where merged_into is null;
create index organisations_changed on organisations (updated_at desc, id desc) where merged_into is null;

-- Every value that a field of an organisation ever had, each with its source.
create table organisation_values (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  field text not null,
  value text,
  -- current: stands now. former: was true, is no longer. mistaken: never was, and was put right.
  standing text not null check (standing in ('current', 'former', 'mistaken')),
  -- Civil days where they are known: from is the first day, until the last.
  valid_from date,
  valid_until date,
  source_kind text not null,
  source_ref text,
  source_on date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  superseded_at timestamptz
);
create index organisation_values_of on organisation_values (organisation_id, field, recorded_at);
create index organisation_values_recent on organisation_values (recorded_at desc);
create unique index organisation_values_current on organisation_values (organisation_id, field)
  where standing = 'current';

-- Those who represent an organisation publicly; never its members.
create table organisation_officers (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  name text not null,
  post text not null,
  leads boolean not null,
  from_on date,
  until_on date,
  -- Ended, though nobody knows when.
  ended boolean not null default false,
  source_kind text not null,
  source_ref text,
  source_on date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  check (from_on is null or until_on is null or from_on <= until_on)
);
create index organisation_officers_of on organisation_officers (organisation_id, from_on);
create index organisation_officers_by_name on organisation_officers (lower(name));

create table organisation_contacts (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  kind text not null check (kind in ('phone', 'email', 'site', 'address', 'social')),
  value text not null,
  -- public: shown to all. office: kept for the work of the office. private: a person's own, only with consent.
  access text not null check (access in ('public', 'office', 'private')),
  note text,
  consent_on date,
  consent_ref text,
  source_kind text not null,
  source_ref text,
  source_on date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  check ((access = 'private') = (consent_on is not null))
);
create index organisation_contacts_of on organisation_contacts (organisation_id);

create table organisation_directions (
  organisation_id uuid not null references organisations,
  direction_id uuid not null references directions,
  primary key (organisation_id, direction_id)
);
create index organisation_directions_by on organisation_directions (direction_id);

-- Ties between organisations, each with its own dates: the same two may be tied twice.
create table organisation_ties (
  id uuid primary key,
  -- `lower` is a branch of, a member of, or came after `upper`.
  lower_id uuid not null references organisations,
  upper_id uuid not null references organisations,
  kind text not null check (kind in ('branch', 'member', 'successor')),
  from_on date,
  until_on date,
  source_kind text not null,
  source_ref text,
  source_on date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  check (lower_id <> upper_id)
);
create index organisation_ties_lower on organisation_ties (lower_id);
create index organisation_ties_upper on organisation_ties (upper_id);

create table organisation_documents (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  file_id uuid not null references files,
  kind text not null check (kind in ('statute', 'extract', 'decision', 'report', 'consent', 'other')),
  title text not null,
  dated_on date,
  access text not null check (access in ('public', 'office')),
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index organisation_documents_of on organisation_documents (organisation_id);

-- What somebody proposes to change; each value waits for a person of the office.
create table organisation_proposals (
  id uuid primary key,
  organisation_id uuid references organisations,
  source_kind text not null,
  source_ref text,
  source_on date,
  note text,
  state text not null check (state in ('open', 'settled')),
  created_at timestamptz not null,
  created_by text not null,
  settled_at timestamptz
);
create index organisation_proposals_by_age on organisation_proposals (state, created_at, id);
create index organisation_proposals_of on organisation_proposals (organisation_id);

create table organisation_proposal_items (
  id uuid primary key,
  proposal_id uuid not null references organisation_proposals on delete cascade,
  position integer not null,
  -- Two proposals of the same change are one: field:name, officer:…
  key text not null,
  change jsonb not null,
  state text not null check (state in ('waiting', 'accepted', 'refused')),
  reason text,
  decided_at timestamptz,
  decided_by text,
  unique (proposal_id, key)
);

-- Two that were one: what was chosen and moved, so that it can be taken back.
create table organisation_merges (
  id uuid primary key,
  kept_id uuid not null references organisations,
  gone_id uuid not null references organisations,
  moved jsonb not null,
  merged_at timestamptz not null,
  merged_by text not null,
  undone_at timestamptz,
  undone_by text,
  check (kept_id <> gone_id)
);
create index organisation_merges_kept on organisation_merges (kept_id);
create index organisation_merges_gone on organisation_merges (gone_id);
-- Rows of other modules that a merger moved, by table and column.
create table organisation_moves (
  merge_id uuid not null references organisation_merges,
  place text not null,
  row_id text not null,
  primary key (merge_id, place, row_id)
);
-- Pairs that look alike and are not the same.
create table organisation_twins_denied (
  one_id uuid not null references organisations,
  other_id uuid not null references organisations,
  denied_at timestamptz not null,
  denied_by text not null,
  primary key (one_id, other_id),
  check (one_id < other_id)
);

-- A list of the city's own, from a table.
create table organisation_imports (
  id uuid primary key,
  file_name text not null,
  state text not null check (state in ('mapping', 'checked', 'running', 'done')),
  columns jsonb not null,
  mapping jsonb not null,
  source_on date,
  counts jsonb not null,
  created_at timestamptz not null,
  created_by text not null,
  finished_at timestamptz
);
create index organisation_imports_by_age on organisation_imports (created_at desc, id desc);

create table organisation_import_rows (
  import_id uuid not null references organisation_imports on delete cascade,
  number integer not null,
  cells jsonb not null,
  outcome text not null check (outcome in ('unread', 'added', 'changed', 'unchanged', 'setAside')),
  reasons jsonb not null,
  organisation_id uuid references organisations,
  done boolean not null default false,
  primary key (import_id, number)
);
create index organisation_import_rows_to_do on organisation_import_rows (import_id, number) where not done;

-- Which column of a list was which field the last time.
create table organisation_import_columns (
  heading text primary key,
  field text not null
);

-- That a person asked what is kept of them, or to have it removed. Without the name: it would keep what it removes.
create table person_requests (
  id uuid primary key,
  kind text not null check (kind in ('export', 'erasure')),
  ground text not null,
  found integer not null,
  changed integer not null,
  at timestamptz not null,
  by text not null
);

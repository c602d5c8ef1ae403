-- From the text of a decision to a programme with editions.

create table source_texts (
  id uuid primary key,
  file_id uuid references files,
  name text not null,
  format text not null,
  encoding text,
  text text not null,
  created_at timestamptz not null,
  created_by text not null
);

-- A proposed programme under review. The clerk's corrections live here until it is accepted.
create table programme_drafts (
  id uuid primary key,
  -- None for a copy of another programme.
  source_id uuid references source_texts,
  kind text not null check (kind in ('new', 'amendment')),
  state text not null check (state in ('review', 'accepted', 'discarded')),
  reading jsonb not null,
  proposal jsonb not null,
  -- By the finding's key: accepted, changed or dismissed with a reason.
  resolutions jsonb not null default '{}',
  version integer not null default 1,
  programme_id uuid,
  previous_id uuid,
  discard_reason text,
  created_at timestamptz not null,
  edited_at timestamptz not null,
  edited_by text not null
);
-- One amendment of a programme is prepared at a time.
create unique index programme_drafts_one_amendment on programme_drafts (programme_id) where kind = 'amendment' and state = 'review';
create index programme_drafts_of_programme on programme_drafts (programme_id) where programme_id is not null;
create index programme_drafts_by_age on programme_drafts (created_at desc, id desc);

create table programmes (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]*$'),
  title text not null,
  title_en text,
  short_title text not null,
  short_title_en text,
  period_from date not null,
  period_to date not null,
  state text not null check (state in ('active', 'closed')),
  coordinator_unit_id uuid references units,
  fund_manager_unit_id uuid references units,
  previous_id uuid references programmes,
  created_at timestamptz not null,
  check (period_from <= period_to)
);
alter table programme_drafts add foreign key (programme_id) references programmes;
alter table programme_drafts add foreign key (previous_id) references programmes;

create table editions (
  id uuid primary key,
  programme_id uuid not null references programmes,
  number integer not null,
  state text not null check (state in ('draft', 'inForce')),
  in_force_from date,
  -- {body, kind, number, date, sitting, convocation, appendix}
  decision jsonb,
  -- Passport, facts, problems, aim, expected results, rules of control, signatory.
  content jsonb not null,
  source_id uuid references source_texts,
  reason text,
  created_at timestamptz not null,
  unique (programme_id, number),
  check (state = 'draft' or in_force_from is not null)
);

-- A measure keeps its identity through editions; what it says belongs to an edition.
create table measures (
  id uuid primary key,
  programme_id uuid not null references programmes
);
create index measures_of_programme on measures (programme_id);

create table measure_versions (
  edition_id uuid not null references editions on delete cascade,
  measure_id uuid not null references measures,
  number text not null,
  position integer not null,
  title text not null,
  title_en text,
  text text not null,
  term_raw text,
  recurrence jsonb not null,
  -- Lines of the source text, first and last.
  source_lines integer[],
  primary key (edition_id, measure_id),
  unique (edition_id, number)
);

create table measure_executors (
  edition_id uuid not null references editions on delete cascade,
  measure_id uuid not null references measures,
  unit_id uuid not null references units,
  position integer not null,
  primary key (edition_id, measure_id, unit_id)
);
create index measure_executors_of_unit on measure_executors (unit_id);

create table programme_tasks (
  id uuid primary key,
  edition_id uuid not null references editions on delete cascade,
  position integer not null,
  text text not null
);
create index programme_tasks_of_edition on programme_tasks (edition_id, position);

create table measure_tasks (
  edition_id uuid not null references editions on delete cascade,
  measure_id uuid not null references measures,
  task_id uuid not null references programme_tasks on delete cascade,
  primary key (measure_id, task_id)
);
create index measure_tasks_of_edition on measure_tasks (edition_id);
create index measure_versions_of_measure on measure_versions (measure_id);
create index measure_executors_of_measure on measure_executors (measure_id);

create table indicators (
  id uuid primary key,
  programme_id uuid not null references programmes,
  measure_id uuid not null references measures,
  name text not null,
  unit_name text not null,
  kind text not null check (kind in ('input', 'output', 'efficiency', 'quality')),
  position integer not null,
  active boolean not null default true
);
create index indicators_of_measure on indicators (measure_id, position);
create index indicators_of_programme on indicators (programme_id);

create table indicator_plans (
  indicator_id uuid not null references indicators on delete cascade,
  year integer not null,
  plan numeric not null,
  primary key (indicator_id, year)
);

-- What the adopted text plans; changes by budget decisions are in the money module.
create table funding_lines (
  id uuid primary key,
  edition_id uuid not null references editions on delete cascade,
  measure_id uuid references measures,
  year integer not null,
  source text not null,
  planned bigint not null check (planned >= 0)
);
create index funding_lines_of_edition on funding_lines (edition_id, year);

-- 7.3: proposals to change the programme, with their fate.
create table programme_proposals (
  id uuid primary key,
  programme_id uuid not null references programmes,
  measure_id uuid references measures,
  kind text not null check (kind in ('add', 'change', 'drop', 'funding', 'term', 'executor', 'other')),
  text text not null,
  reason text not null,
  unit_id uuid references units,
  state text not null check (state in ('submitted', 'accepted', 'rejected', 'withdrawn')),
  answer text,
  -- The amendment into which it was taken.
  draft_id uuid references programme_drafts,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  decided_at timestamptz
);
create index programme_proposals_by_age on programme_proposals (programme_id, created_at desc, id desc);

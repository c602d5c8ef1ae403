-- Duty: one occurrence of a measure for one executor. Evidence: a fact that fulfils it wholly or partly.

-- When a measure whose term is not given, or not understood, is to be carried out: the coordinator's word
-- until an amendment gives the term.
create table measure_schedules (
  programme_id uuid not null references programmes,
  measure_id uuid primary key references measures,
  recurrence jsonb,
  -- Days as ISO texts.
  dates jsonb,
  reason text not null,
  decided_by text not null,
  decided_by_name text not null,
  decided_at timestamptz not null,
  check ((recurrence is null) <> (dates is null))
);
create index measure_schedules_of_programme on measure_schedules (programme_id);

create table duties (
  id uuid primary key,
  programme_id uuid not null references programmes,
  measure_id uuid not null references measures,
  edition_id uuid not null references editions,
  unit_id uuid not null references units,
  period_from date not null,
  period_to date not null,
  -- Of several within one period («двічі на квартал»).
  ordinal integer not null default 1,
  -- A duty made by a term or a schedule is renewed with it; one carried over from another stays.
  origin text not null default 'term' check (origin in ('term', 'schedule', 'carried')),
  due date not null,
  -- How the due date was found: codes and figures of legal time, with sources.
  explanation jsonb not null,
  -- Planned, open and overdue follow from the day; only what a person or a fact decided is kept.
  outcome text check (outcome in ('fulfilled', 'partly', 'excused', 'carriedOver', 'withdrawn')),
  outcome_reason text,
  outcome_at timestamptz,
  fulfilled_on date,
  carried_to uuid references duties,
  created_at timestamptz not null,
  check (period_from <= period_to),
  check (outcome not in ('excused', 'carriedOver') or outcome_reason is not null),
  check ((fulfilled_on is not null) = (outcome is not distinct from 'fulfilled'))
);
create unique index duties_once on duties (measure_id, unit_id, period_from, period_to, ordinal)
  where outcome is distinct from 'withdrawn';
create index duties_by_due on duties (programme_id, due, id) where outcome is distinct from 'withdrawn';
create index duties_by_end on duties (programme_id, period_to) where outcome is distinct from 'withdrawn';
create index duties_of_unit on duties (unit_id, due, id) where outcome is distinct from 'withdrawn';
create index duties_of_measure on duties (measure_id, period_to);
create index duties_carried on duties (carried_to) where carried_to is not null;

create table evidence (
  id uuid primary key,
  programme_id uuid not null references programmes,
  unit_id uuid references units,
  kind text not null check (kind in ('event', 'publication', 'document', 'sitting', 'survey', 'contest', 'contract', 'award', 'other')),
  title text not null,
  happened_from date not null,
  happened_to date not null,
  place text,
  result text,
  participants integer check (participants >= 0),
  -- Organisations that took part: names only, never persons.
  organisations text[] not null default '{}',
  cost bigint check (cost >= 0),
  link text,
  publication text,
  -- Why it came after the duty was due; shown with it.
  late_reason text,
  state text not null check (state in ('draft', 'recorded', 'withdrawn')),
  withdraw_reason text,
  -- Of a draft: the form as it was typed, right or wrong.
  typed jsonb,
  -- An accepted report rests on it: changed only with a reason.
  frozen_by_report boolean not null default false,
  -- Set when another module wrote it in its own transaction.
  source_module text,
  source_id text,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  recorded_at timestamptz,
  version integer not null default 1,
  check (happened_from <= happened_to),
  check ((state = 'draft') = (typed is not null)),
  unique (source_module, source_id)
);
create index evidence_by_day on evidence (programme_id, happened_from desc, id desc);
create index evidence_newest on evidence (happened_from desc, id desc) where state = 'recorded';
create index evidence_ends on evidence (happened_to) where state = 'recorded';
create index evidence_of_unit on evidence (unit_id, happened_from desc, id desc);
create index evidence_drafts on evidence (created_by, created_at desc) where state = 'draft';
create index evidence_search on evidence using gin ((title || ' ' || coalesce(result, '')) gin_trgm_ops);

create table evidence_measures (
  evidence_id uuid not null references evidence on delete cascade,
  measure_id uuid not null references measures,
  primary key (evidence_id, measure_id)
);
create index evidence_of_measure on evidence_measures (measure_id);

create table evidence_duties (
  evidence_id uuid not null references evidence on delete cascade,
  duty_id uuid not null references duties,
  share text not null check (share in ('whole', 'part')),
  primary key (evidence_id, duty_id)
);
create index evidence_of_duty on evidence_duties (duty_id);

create table evidence_files (
  evidence_id uuid not null references evidence on delete cascade,
  file_id uuid not null references files,
  caption text,
  position integer not null,
  primary key (evidence_id, file_id)
);

-- A line of an indicator's fact, taken into the quarterly report.
create table evidence_indicators (
  evidence_id uuid not null references evidence on delete cascade,
  indicator_id uuid not null references indicators,
  fact numeric not null,
  primary key (evidence_id, indicator_id)
);

-- Which reminder of a duty was written to whom: once for good, however often the job runs.
create table duty_reminders (
  duty_id uuid not null references duties,
  stage text not null check (stage in ('before10', 'before3', 'onDay', 'after3', 'after10')),
  recipient text not null,
  written_at timestamptz not null,
  primary key (duty_id, stage, recipient)
);

-- Whom reminders reach, each switched on by a person; and how «до 2015 року» is read.
create table duty_settings (
  key text primary key check (key in ('executor', 'coordinator', 'deputyMayor', 'namedYear')),
  value jsonb not null,
  changed_by text not null,
  changed_by_name text not null,
  changed_at timestamptz not null
);

-- Quarterly reports of executors; consolidated, yearly and final reports of the programme.

create table quarterly_reports (
  id uuid primary key,
  programme_id uuid not null references programmes,
  unit_id uuid not null references units,
  year integer not null,
  quarter integer not null check (quarter between 1 and 4),
  due date not null,
  -- How the due day was found: codes and figures of legal time; and the programme's own rule, word for word.
  explanation jsonb not null,
  rule_text text,
  state text not null check (state in ('open', 'submitted', 'returned', 'accepted')),
  -- 1 for the first; a later correction of an accepted report is the next, with its reason.
  version integer not null default 1,
  -- The latest version; those before it stay readable.
  latest boolean not null default true,
  correction_reason text,
  nothing_to_do boolean not null default false,
  note text,
  first_submitted_on date,
  submitted_at timestamptz,
  submitted_by text,
  submitted_by_name text,
  accepted_at timestamptz,
  accepted_by text,
  accepted_by_name text,
  lock_version integer not null default 1,
  created_at timestamptz not null,
  unique (programme_id, unit_id, year, quarter, version),
  check ((version = 1) = (correction_reason is null)),
  check ((state = 'accepted') = (accepted_at is not null))
);
create unique index quarterly_reports_latest on quarterly_reports (programme_id, unit_id, year, quarter) where latest;
create index quarterly_reports_by_quarter on quarterly_reports (programme_id, year desc, quarter desc) where latest;
create index quarterly_reports_by_due on quarterly_reports (due desc, id desc) where latest;
create index quarterly_reports_of_unit on quarterly_reports (unit_id, due desc) where latest;
create index quarterly_reports_waiting on quarterly_reports (due) where latest and state <> 'accepted';

create table report_rows (
  report_id uuid not null references quarterly_reports on delete cascade,
  measure_id uuid not null references measures,
  position integer not null,
  -- As the edition in force at the end of the quarter words it.
  number text not null,
  title text not null,
  title_en text,
  term text not null,
  state text check (state in ('done', 'underWay', 'partly', 'notDone', 'carriedOver')),
  -- As the system composed it, and as the executor left it.
  composed text not null,
  result text not null,
  indicators jsonb not null default '[]',
  cash_plan bigint not null,
  cash_fact bigint not null,
  reason text,
  next_step text,
  primary key (report_id, measure_id)
);

create table report_remarks (
  id uuid primary key,
  report_id uuid not null references quarterly_reports on delete cascade,
  -- None: of the report as a whole.
  measure_id uuid references measures,
  text text not null,
  written_by text not null,
  written_by_name text not null,
  written_at timestamptz not null
);
create index report_remarks_of_report on report_remarks (report_id, written_at);

create table consolidated_reports (
  id uuid primary key,
  programme_id uuid not null references programmes,
  kind text not null check (kind in ('quarter', 'year', 'final')),
  year integer not null,
  quarter integer check (quarter between 1 and 4),
  state text not null check (state in ('draft', 'approved', 'published')),
  version integer not null default 1,
  latest boolean not null default true,
  correction_reason text,
  -- Null: as the system composes it from the facts of the moment.
  introduction text,
  conclusions text,
  -- Positions and names of office holders who sign; what the draft decision names.
  requisites jsonb not null,
  due date,
  explanation jsonb,
  approved_at timestamptz,
  approved_by_name text,
  published_at timestamptz,
  lock_version integer not null default 1,
  created_at timestamptz not null,
  unique nulls not distinct (programme_id, kind, year, quarter, version),
  check ((kind = 'quarter') = (quarter is not null)),
  check ((version = 1) = (correction_reason is null)),
  check ((state = 'draft') = (approved_at is null)),
  check ((state = 'published') = (published_at is not null))
);
create unique index consolidated_reports_latest on consolidated_reports (programme_id, kind, year, quarter)
  nulls not distinct where latest;
create index consolidated_reports_by_age on consolidated_reports (created_at desc, id desc) where latest;
create index consolidated_reports_published on consolidated_reports (programme_id, published_at desc) where state = 'published';

-- What was accepted or approved, word for word; never changed. `content` is the very text that was hashed.
create table frozen_reports (
  id uuid primary key,
  kind text not null check (kind in ('report', 'quarter', 'year', 'final')),
  programme_id uuid not null references programmes,
  unit_id uuid references units,
  year integer not null,
  quarter integer check (quarter between 1 and 4),
  report_id uuid unique references quarterly_reports,
  consolidated_id uuid unique references consolidated_reports,
  version integer not null,
  content text not null,
  sha256 text not null check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  frozen_at timestamptz not null,
  check ((report_id is null) <> (consolidated_id is null)),
  check ((kind = 'report') = (report_id is not null)),
  check ((kind = 'report') = (unit_id is not null)),
  unique nulls not distinct (programme_id, kind, unit_id, year, quarter, version)
);
create index frozen_reports_by_age on frozen_reports (frozen_at desc, id desc);
create trigger frozen_reports_append_only before update or delete or truncate on frozen_reports
  for each statement execute function refuse_change();

-- Which reminder of a report was written to whom: once for good, however often the job runs.
create table report_reminders (
  report_id uuid not null references quarterly_reports,
  stage integer not null check (stage in (10, 3, 0)),
  recipient uuid not null,
  written_at timestamptz not null,
  primary key (report_id, stage, recipient)
);

-- Quarterly reports of executors; consolidated, yearly and final reports of the programme.

create table quarterly_reports (
  id uuid primary key,
  programme_id uuid not null references programmes,
  unit_id uuid not null references units,
  year integer not null,
  quarter integer not null check (quarter between 1 and 4),
  due date not null,
  explanation jsonb not null,
  state text not null check (state in ('open', 'submitted', 'returned', 'accepted')),
  -- 1 for the first; a later correction of an accepted report is the next, with its reason.
  version integer not null default 1,
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
  unique (programme_id, unit_id, year, quarter, version)
);
create index quarterly_reports_by_due on quarterly_reports (programme_id, year, quarter);
create index quarterly_reports_of_unit on quarterly_reports (unit_id, due);

create table report_rows (
  report_id uuid not null references quarterly_reports on delete cascade,
  measure_id uuid not null references measures,
  position integer not null,
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
  measure_id uuid references measures,
  text text not null,
  written_by text not null,
  written_by_name text not null,
  written_at timestamptz not null
);
create index report_remarks_of_report on report_remarks (report_id, written_at);

-- What was accepted, word for word; never changed.
create table frozen_reports (
  id uuid primary key,
  report_id uuid references quarterly_reports,
  consolidated_id uuid,
  version integer not null,
  content jsonb not null,
  sha256 text not null,
  frozen_at timestamptz not null
);
create trigger frozen_reports_append_only before update or delete or truncate on frozen_reports
  for each statement execute function refuse_change();

create table consolidated_reports (
  id uuid primary key,
  programme_id uuid not null references programmes,
  kind text not null check (kind in ('quarter', 'year', 'final')),
  year integer not null,
  quarter integer check (quarter between 1 and 4),
  state text not null check (state in ('draft', 'approved', 'published')),
  version integer not null default 1,
  correction_reason text,
  introduction text,
  conclusions text,
  due date,
  explanation jsonb,
  approved_at timestamptz,
  approved_by_name text,
  published_at timestamptz,
  lock_version integer not null default 1,
  created_at timestamptz not null,
  unique nulls not distinct (programme_id, kind, year, quarter, version)
);
alter table frozen_reports add foreign key (consolidated_id) references consolidated_reports;
create index frozen_reports_of_report on frozen_reports (report_id, version desc);
create index frozen_reports_of_consolidated on frozen_reports (consolidated_id, version desc);

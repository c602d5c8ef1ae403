-- Plan by budget decisions, commitments by contest or contract, cash.

create table plan_changes (
  id uuid primary key,
  programme_id uuid not null references programmes,
  measure_id uuid references measures,
  year integer not null,
  source text not null,
  -- Added to the edition's plan; negative takes away.
  change bigint not null,
  decision_kind text not null,
  decision_number text not null,
  decision_date date not null,
  reason text,
  created_by text not null,
  created_at timestamptz not null
);
create index plan_changes_of_year on plan_changes (programme_id, year);

create table commitments (
  id uuid primary key,
  programme_id uuid not null references programmes,
  measure_id uuid references measures,
  year integer not null,
  source text not null,
  kind text not null check (kind in ('contract', 'contest')),
  counterparty text not null,
  counterparty_code text,
  number text not null,
  signed_on date not null,
  subject text not null,
  amount bigint not null check (amount > 0),
  state text not null check (state in ('active', 'closed', 'cancelled')),
  reason text,
  created_by text not null,
  created_at timestamptz not null,
  version integer not null default 1
);
create index commitments_by_day on commitments (programme_id, signed_on desc, id desc);

create table payment_imports (
  id uuid primary key,
  programme_id uuid not null references programmes,
  file_name text not null,
  state text not null check (state in ('review', 'done', 'discarded')),
  -- Rows as read, each with its verdict; those set aside keep their reason.
  rows jsonb not null,
  created_by text not null,
  created_at timestamptz not null
);

create table payments (
  id uuid primary key,
  programme_id uuid not null references programmes,
  measure_id uuid references measures,
  commitment_id uuid references commitments,
  year integer not null,
  source text not null,
  paid_on date not null,
  amount bigint not null check (amount > 0),
  document text,
  note text,
  -- Date, sum and document of an imported row: the same file twice adds nothing.
  import_key text unique,
  import_id uuid references payment_imports,
  state text not null default 'recorded' check (state in ('recorded', 'withdrawn')),
  reason text,
  created_by text not null,
  created_at timestamptz not null
);
create index payments_by_day on payments (programme_id, paid_on desc, id desc);
create index payments_of_measure on payments (measure_id, paid_on);

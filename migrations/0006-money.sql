-- Plan by budget decisions, commitments by contest or contract, cash.

-- Whoever changes the money of a programme's year locks its row, so that two payments at once cannot overspend.
create table money_years (
  programme_id uuid not null references programmes,
  year integer not null check (year between 1991 and 2200),
  primary key (programme_id, year)
);

create table plan_changes (
  id uuid primary key,
  programme_id uuid not null references programmes,
  measure_id uuid references measures,
  year integer not null,
  source text not null,
  -- Added to the edition's plan; negative takes away.
  change bigint not null check (change <> 0),
  decision_kind text not null,
  decision_number text not null,
  decision_date date not null,
  reason text,
  state text not null check (state in ('recorded', 'withdrawn')),
  withdraw_reason text,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  check ((state = 'withdrawn') = (withdraw_reason is not null))
);
create index plan_changes_by_day on plan_changes (programme_id, decision_date desc, id desc);

create table commitments (
  id uuid primary key,
  programme_id uuid not null references programmes,
  measure_id uuid references measures,
  year integer not null,
  source text not null,
  kind text not null check (kind in ('contract', 'contest')),
  -- Who receives budget money is always public (Law 2939-VI, article 6, part 5).
  counterparty text not null,
  counterparty_code text check (counterparty_code ~ '^[0-9]{8}$'),
  number text not null,
  signed_on date not null,
  subject text not null,
  amount bigint not null check (amount > 0),
  -- In a public procurement system.
  procurement_link text,
  state text not null check (state in ('active', 'closed', 'cancelled')),
  reason text,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  version integer not null default 1
);
create index commitments_by_day on commitments (programme_id, signed_on desc, id desc);
create index commitments_by_amount on commitments (programme_id, amount, id);
create index commitments_of_measure on commitments (measure_id);
create index commitments_by_number on commitments (programme_id, year, number);
create index commitments_search on commitments using gin ((counterparty || ' ' || number || ' ' || subject) gin_trgm_ops);

create table payment_imports (
  id uuid primary key,
  programme_id uuid not null references programmes,
  file_name text not null,
  state text not null check (state in ('review', 'done', 'discarded')),
  -- The table as it was read: header, rows, rows that could not be read.
  content jsonb not null,
  -- Which column is what, and what stands for rows that say nothing.
  mapping jsonb not null,
  -- Of one that is done: what was added, known already, set aside.
  outcome jsonb,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  check ((state = 'done') = (outcome is not null))
);
create index payment_imports_by_age on payment_imports (programme_id, created_at desc, id desc);

create table payments (
  id uuid primary key,
  programme_id uuid not null references programmes,
  measure_id uuid references measures,
  commitment_id uuid references commitments,
  -- The budget year: that of the day.
  year integer not null,
  source text not null,
  paid_on date not null,
  amount bigint not null check (amount > 0),
  document text,
  note text,
  -- Day, sum and document: the same payment is recorded once, the same file twice adds nothing.
  fingerprint text,
  import_id uuid references payment_imports,
  state text not null default 'recorded' check (state in ('recorded', 'withdrawn')),
  reason text,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  check (extract(year from paid_on) = year),
  check ((state = 'withdrawn') = (reason is not null))
);
create unique index payments_once on payments (programme_id, fingerprint) where state = 'recorded';
create index payments_known on payments (programme_id, fingerprint);
create index payments_by_day on payments (programme_id, paid_on desc, id desc);
create index payments_by_amount on payments (programme_id, amount, id);
create index payments_of_measure on payments (measure_id, paid_on);
create index payments_of_commitment on payments (commitment_id) where commitment_id is not null;

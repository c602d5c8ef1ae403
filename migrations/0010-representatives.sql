-- People who speak for organisations: who they are, by what they speak, how they come in.

-- How often something was asked from outside. The key is a keyed hash: no address can be read from it.
create table request_counts (
  key text primary key,
  asked integer not null,
  since timestamptz not null
);
create index request_counts_since on request_counts (since);

create table representatives (
  id uuid primary key,
  -- Lower case. None once the person had the account removed.
  email text unique check (email = lower(email)),
  name text not null,
  state text not null default 'active' check (state in ('active', 'closed')),
  locale text not null default 'uk' check (locale in ('uk', 'en')),
  created_at timestamptz not null
);

create table representative_sessions (
  secret_hash text primary key,
  id uuid not null unique,
  representative_id uuid not null references representatives,
  csrf text not null,
  locale text not null default 'uk' check (locale in ('uk', 'en')),
  address text not null,
  device text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index representative_sessions_of on representative_sessions (representative_id);

-- By what a person speaks for an organisation, from the claim to its end.
create table delegations (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  -- None until the e-mail is confirmed: who typed it need not own it.
  representative_id uuid references representatives,
  email text not null check (email = lower(email)),
  name text not null,
  post text not null,
  basis text not null check (basis in ('letter', 'paper', 'invitation')),
  file_id uuid references files,
  invited_by uuid references representatives,
  state text not null check (state in ('unconfirmed', 'submitted', 'returned', 'active', 'ended', 'withdrawn')),
  locale text not null default 'uk' check (locale in ('uk', 'en')),
  claimed_at timestamptz not null,
  confirmed_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  -- What the clerk saw: date and number of the letter, or of the paper.
  paper text,
  from_day date,
  to_day date,
  -- Why it was returned or withdrawn.
  reason text,
  ended_at timestamptz,
  ended_by text check (ended_by in ('date', 'person', 'office')),
  -- The merge of organisations that brought it here, so that its undoing can take it back.
  moved_by uuid,
  version integer not null default 1,
  check ((state = 'unconfirmed') = (confirmed_at is null)),
  check (state not in ('active', 'ended') or (from_day <= to_day)),
  check (confirmed_at is null or representative_id is not null)
);
-- One at a time for a person and an organisation.
create unique index delegations_live on delegations (organisation_id, representative_id)
  where state in ('submitted', 'returned', 'active');
create index delegations_of_organisation on delegations (organisation_id, state);
create index delegations_of_person on delegations (representative_id, state);
create index delegations_waiting on delegations (claimed_at, id) where state = 'submitted';
create index delegations_by_age on delegations (claimed_at desc, id desc);

-- Documents of an organisation that came through the cabinet: whoever brought them may take them away.
create table cabinet_documents (
  document_id uuid primary key references organisation_documents on delete cascade,
  organisation_id uuid not null references organisations,
  representative_id uuid not null references representatives
);
create index cabinet_documents_of on cabinet_documents (organisation_id);

-- What a letter carries: comes once, holds for minutes or days. Only the hash is kept.
create table representative_keys (
  hash text primary key,
  kind text not null check (kind in ('signIn', 'confirm')),
  representative_id uuid references representatives,
  delegation_id uuid references delegations on delete cascade,
  expires_at timestamptz not null,
  check ((kind = 'signIn') = (representative_id is not null)),
  check ((kind = 'confirm') = (delegation_id is not null))
);

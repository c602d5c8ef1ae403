-- Departments and the people who work in them; how they come in.

create table units (
  id uuid primary key,
  name text not null,
  short_name text,
  -- A group stands for "управління, відділи та служби": the coordinator says who belongs to it.
  kind text not null check (kind in ('unit', 'group')),
  email text,
  active boolean not null default true,
  -- A unit that turned out to be another one, or became part of it. What refers to it stays; who asks for it finds the other.
  merged_into uuid references units,
  created_at timestamptz not null,
  check (merged_into is null or (merged_into <> id and not active))
);
create index units_by_name on units (name, id);
create index units_merged on units (merged_into) where merged_into is not null;

create table unit_aliases (
  unit_id uuid not null references units on delete cascade,
  alias text not null,
  -- Lower case, no quotes, no legal tail: two spellings of one department meet here.
  normal text not null unique,
  primary key (unit_id, alias)
);

create table unit_members (
  group_id uuid not null references units on delete cascade,
  unit_id uuid not null references units on delete cascade,
  primary key (group_id, unit_id),
  check (group_id <> unit_id)
);
create index unit_members_of_unit on unit_members (unit_id);

create table staff (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  position text,
  state text not null check (state in ('invited', 'active', 'suspended')),
  passphrase_hash text,
  -- Encrypted with a key of the installation.
  totp_secret text,
  totp_last_step bigint,
  oidc_subject text unique,
  locale text not null default 'uk' check (locale in ('uk', 'en')),
  version integer not null default 1,
  created_at timestamptz not null
);
create index staff_by_name on staff (name, id);

create table staff_roles (
  staff_id uuid not null references staff on delete cascade,
  role text not null check (role in ('administrator', 'coordinator', 'executor', 'fundManager', 'viewer')),
  unit_id uuid references units,
  check ((role = 'executor') = (unit_id is not null)),
  unique nulls not distinct (staff_id, role, unit_id)
);
create index staff_roles_of_unit on staff_roles (unit_id) where unit_id is not null;

-- A link to set a passphrase: of a new person, or of one who forgot theirs. A newer one ends those before.
create table invitations (
  id uuid primary key,
  staff_id uuid not null references staff on delete cascade,
  secret_hash text not null unique,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);
create index invitations_of_staff on invitations (staff_id, created_at desc);

create table sessions (
  secret_hash text primary key,
  id uuid not null unique,
  -- Nobody's while another service is asked who it is.
  staff_id uuid references staff on delete cascade,
  -- A session is whole only after the second factor.
  complete boolean not null check (staff_id is not null or not complete),
  csrf text not null,
  locale text not null default 'uk',
  address text not null,
  device text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_of_staff on sessions (staff_id, created_at desc);

create table passkeys (
  id text primary key,
  staff_id uuid not null references staff on delete cascade,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkeys_of_staff on passkeys (staff_id);

create table recovery_codes (
  staff_id uuid not null references staff on delete cascade,
  code_hash text not null,
  used_at timestamptz,
  primary key (staff_id, code_hash)
);

-- What holds for minutes and for one use: the first administrator's link, a question to another service, a spent challenge.
create table sign_in_challenges (
  id text primary key,
  kind text not null check (kind in ('welcome', 'oidc', 'spent')),
  value text not null,
  expires_at timestamptz not null
);

-- Failed sign-ins by account and by address, in both cases under a keyed hash.
create table sign_in_failures (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);

create table api_tokens (
  id uuid primary key,
  name text not null,
  secret_hash text not null unique,
  scopes text[] not null,
  unit_id uuid references units,
  created_by uuid not null references staff,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  used_at timestamptz
);
create index api_tokens_by_age on api_tokens (created_at desc, id desc);

-- What every module stands on: settings, files, the audit chain, the outbox.

create extension if not exists pg_trgm;

create table settings (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null
);

-- Contents live in the database, so one backup holds everything and a rollback leaves no orphan.
create table files (
  id uuid primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  media_type text not null,
  size integer not null check (size >= 0),
  bytes bytea not null,
  access text not null check (access in ('public', 'office')),
  created_at timestamptz not null,
  created_by text
);
alter table files alter column bytes set storage external;

create table audit_head (
  one boolean primary key default true check (one),
  seq bigint not null,
  hash text not null
);
insert into audit_head (seq, hash) values (0, repeat('0', 64));

create table audit_entries (
  seq bigint primary key,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  -- The exact text that was hashed: a checker needs no JSON rules of ours.
  payload text not null,
  previous_hash text not null,
  hash text not null
);
create index audit_entries_subject on audit_entries (subject_type, subject_id, seq desc);
create index audit_entries_action on audit_entries (action, seq desc);
create index audit_entries_actor on audit_entries (actor_id, seq desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger audit_entries_append_only before update or delete or truncate on audit_entries
  for each statement execute function refuse_change();

create table audit_checkpoints (
  seq bigint primary key,
  hash text not null,
  at timestamptz not null,
  signature text not null
);
create trigger audit_checkpoints_append_only before update or delete or truncate on audit_checkpoints
  for each statement execute function refuse_change();

create table mailings (
  id uuid primary key,
  kind text not null,
  title text not null,
  state text not null check (state in ('held', 'released', 'cancelled')),
  created_at timestamptz not null,
  released_at timestamptz,
  released_by text,
  reason text
);
create index mailings_by_age on mailings (created_at desc, id desc);

create table messages (
  id uuid primary key,
  mailing_id uuid not null references mailings,
  dedupe_key text not null unique,
  recipient text not null,
  recipient_name text not null,
  subject text not null,
  body text not null,
  state text not null check (state in ('held', 'queued', 'sent', 'failed', 'cancelled')),
  attempts integer not null default 0,
  -- Not before this moment after a failure.
  retry_at timestamptz,
  last_error text,
  sent_at timestamptz,
  created_at timestamptz not null
);
create index messages_of_mailing on messages (mailing_id, id);
create index messages_to_send on messages (created_at) where state = 'queued';

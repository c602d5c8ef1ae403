-- Calendars of others from which drafts of events are made, so that nothing is typed twice.

create table event_sources (
  id uuid primary key,
  name text not null unique,
  -- Asked every hour where it is given; without it a file is brought by hand.
  url text,
  -- What its drafts become at first.
  kind text not null,
  unit_id uuid references units,
  active boolean not null default true,
  checked_at timestamptz,
  -- Why the last time failed; and what it gave.
  problem text,
  counts jsonb,
  -- Set aside the last time, with what they call themselves.
  set_aside jsonb not null default '[]',
  created_at timestamptz not null,
  version integer not null default 1
);

-- What was taken from a source: the event made of it, and how it read then.
create table event_source_items (
  source_id uuid not null references event_sources on delete cascade,
  -- UID, and which of a series.
  uid text not null,
  event_id uuid not null references events on delete cascade,
  print text not null,
  -- The event as we left it: a higher version means that a person changed it since.
  event_version integer not null,
  state text not null check (state in ('taken', 'differs', 'gone')),
  primary key (source_id, uid)
);
create index event_source_items_of_event on event_source_items (event_id);

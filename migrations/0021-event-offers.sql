-- Events that organisations offer for the city's calendar.

create table event_offers (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  state text not null check (state in ('submitted', 'returned', 'accepted', 'withdrawn')),
  kind text not null,
  title text not null,
  purpose text not null,
  day date not null,
  starts text check (starts ~ '^[0-2][0-9]:[0-5][0-9]$'),
  ends text check (ends ~ '^[0-2][0-9]:[0-5][0-9]$'),
  mode text not null check (mode in ('onSite', 'online', 'both')),
  place text,
  address text,
  link text,
  -- The name is the cabinet's: it stands here no second time.
  author_id uuid not null references representatives,
  submitted_at timestamptz not null,
  decided_at timestamptz,
  reason text,
  words text,
  -- What it became.
  event_id uuid references events,
  -- The merge of organisations that brought it here.
  moved_by uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  check ((state = 'accepted') = (event_id is not null)),
  check (state <> 'returned' or (reason is not null and words is not null))
);
create index event_offers_by_age on event_offers (created_at desc, id desc);
create index event_offers_of_organisation on event_offers (organisation_id, created_at desc, id desc);
create index event_offers_waiting on event_offers (submitted_at, id) where state = 'submitted';

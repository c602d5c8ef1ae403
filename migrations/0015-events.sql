-- Events: what happens on a day. One engine; kinds differ by what the program reads of them, not by tables.

create table event_series (
  id uuid primary key,
  title text not null,
  title_en text,
  kind text not null,
  unit_id uuid references units,
  -- How often: a typed rule of the module (`rules/recurrence.ts`).
  recurrence jsonb not null,
  active boolean not null default true,
  created_at timestamptz not null,
  version integer not null default 1
);

create table events (
  id uuid primary key,
  kind text not null,
  title text not null,
  title_en text,
  purpose text,
  purpose_en text,
  -- The department that holds it.
  unit_id uuid references units,
  series_id uuid references event_series,
  state text not null check (state in ('planned', 'announced', 'postponed', 'cancelled', 'held', 'summedUp', 'closed')),
  -- Why it was postponed or cancelled; everybody who registered is told.
  state_reason text,
  -- Of the mayor's order by which it is held.
  basis_number text,
  basis_date date,
  -- Nearest shelter, who is on duty, permits.
  safety text,
  shelter text,
  languages text[] not null default '{uk}',
  accessibility text,
  budget bigint check (budget >= 0),
  photo_consent boolean not null default false,
  participation text not null check (participation in ('open', 'registration', 'invitation')),
  seats integer check (seats > 0),
  seats_per_organisation integer check (seats_per_organisation > 0),
  -- The last day, included.
  registration_until date,
  -- Own questions of the registration: few, typed.
  registration_questions jsonb not null default '[]',
  -- Whether questions may be asked on its page.
  questions_open boolean not null default false,
  feedback_open boolean not null default false,
  -- Of its days; kept with them.
  first_day date not null,
  last_day date not null,
  first_starts text,
  -- Results.
  summary text,
  summary_en text,
  resolution text,
  recording_link text,
  cost bigint check (cost >= 0),
  -- Closed without something that its kind wants: which, and why.
  waived jsonb not null default '{}',
  -- Raised by a change that calendars must take over (RFC 5545, SEQUENCE).
  sequence integer not null default 0,
  -- The sequence of which those who come were told last.
  told_sequence integer not null default 0,
  -- Of another's calendar, where it was taken over: its UID and where from.
  source_uid text,
  source_label text,
  -- The agenda item that the hall's screen shows.
  current_item_id uuid,
  version integer not null default 1,
  created_by text not null,
  created_by_name text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  announced_at timestamptz,
  check (first_day <= last_day),
  check (state not in ('postponed', 'cancelled') or state_reason is not null)
);
create index events_by_day on events (first_day desc, id desc);
create index events_public on events (first_day, id) where state not in ('planned');
create index events_of_series on events (series_id, first_day) where series_id is not null;
create index events_of_unit on events (unit_id, first_day desc);
create unique index events_once_from_source on events (source_label, source_uid) where source_uid is not null;
create index events_words on events using gin (title gin_trgm_ops);

create table event_measures (
  event_id uuid not null references events on delete cascade,
  measure_id uuid not null references measures,
  primary key (event_id, measure_id)
);
create index event_measures_of_measure on event_measures (measure_id);

-- A day or a session. Times are the city's own, `HH:MM`; an end before the start lies on the next day.
create table event_days (
  id uuid primary key,
  event_id uuid not null references events on delete cascade,
  ordinal integer not null,
  day date not null,
  starts text check (starts ~ '^[0-2][0-9]:[0-5][0-9]$'),
  ends text check (ends ~ '^[0-2][0-9]:[0-5][0-9]$'),
  title text,
  mode text not null check (mode in ('onSite', 'online', 'both')),
  place text,
  address text,
  district_id uuid references districts,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  link text,
  unique (event_id, ordinal)
);
create index event_days_by_day on event_days (day, event_id);

create table event_hosts (
  event_id uuid not null references events on delete cascade,
  organisation_id uuid not null references organisations,
  role text not null check (role in ('host', 'partner')),
  ordinal integer not null,
  primary key (event_id, organisation_id)
);
create index event_hosts_of_organisation on event_hosts (organisation_id);

-- Who does what for it.
create table event_shares (
  id uuid primary key,
  event_id uuid not null references events on delete cascade,
  kind text not null check (kind in ('task', 'permit', 'stall', 'volunteers')),
  task text not null,
  unit_id uuid references units,
  organisation_id uuid references organisations,
  due date,
  state text not null check (state in ('open', 'done', 'dropped')),
  note text,
  done_on date,
  reminded_on date,
  created_at timestamptz not null
);
create index event_shares_of_event on event_shares (event_id, due, id);
create index event_shares_open on event_shares (unit_id, due) where state = 'open';

-- People named for it, by office: information group, chair, minutes. Never private persons.
create table event_people (
  id uuid primary key,
  event_id uuid not null references events on delete cascade,
  ordinal integer not null,
  role text not null check (role in ('head', 'member', 'chair', 'minutes', 'speaker')),
  name text not null,
  position text,
  -- Whether visitors read the name too, as of the mayor; the position they always do.
  named boolean not null default false,
  unique (event_id, ordinal)
);

create table event_items (
  id uuid primary key,
  event_id uuid not null references events on delete cascade,
  day_id uuid references event_days on delete cascade,
  ordinal integer not null,
  starts text check (starts ~ '^[0-2][0-9]:[0-5][0-9]$'),
  minutes integer check (minutes > 0),
  title text not null,
  title_en text,
  speakers text,
  kind text not null,
  -- Of sessions in parallel: the room or line.
  track text,
  unique (event_id, ordinal)
);

create table event_materials (
  id uuid primary key,
  event_id uuid not null references events on delete cascade,
  title text not null,
  link text,
  file_id uuid references files,
  public boolean not null default true,
  created_at timestamptz not null,
  check ((link is null) <> (file_id is null))
);
create index event_materials_of_event on event_materials (event_id, created_at);

-- Offers of talks, where the kind calls for them.
create table event_talks (
  id uuid primary key,
  event_id uuid not null references events on delete cascade,
  title text not null,
  text text not null,
  speaker text not null,
  organisation text,
  email text,
  -- A card that the organisation shows; its page tells more than the talk.
  practice_id uuid references practices,
  state text not null check (state in ('offered', 'accepted', 'refused')),
  reason text,
  created_at timestamptz not null
);
create index event_talks_of_event on event_talks (event_id, created_at);

-- An organisation is invited and names its people.
create table event_invitations (
  id uuid primary key,
  event_id uuid not null references events on delete cascade,
  organisation_id uuid not null references organisations,
  state text not null check (state in ('invited', 'accepted', 'declined')),
  -- To how many addresses its letter was written; none: it has no address and is told otherwise.
  letters integer not null default 0,
  mailing_id uuid references mailings,
  told_otherwise text,
  note text,
  invited_at timestamptz not null,
  answered_at timestamptz,
  attended integer check (attended >= 0),
  unique (event_id, organisation_id)
);
create index event_invitations_of_organisation on event_invitations (organisation_id);

create table event_registrations (
  id uuid primary key,
  event_id uuid not null references events on delete cascade,
  -- In the order of the requests: who comes first stands first on the waiting list.
  number bigint generated always as identity,
  state text not null check (state in ('unconfirmed', 'confirmed', 'waiting', 'cancelled')),
  origin text not null check (origin in ('form', 'invitation', 'office', 'paper')),
  name text not null,
  -- None: registered by the office or by an organisation.
  email text,
  email_hash text,
  organisation_id uuid references organisations,
  organisation text,
  -- What is read out at the door. The link of its letters is made of the id and the installation's key.
  code text not null,
  photo_consent boolean,
  answers jsonb not null default '{}',
  locale text not null default 'uk',
  created_at timestamptz not null,
  -- A place that nobody confirmed is given on after this.
  expires_at timestamptz,
  confirmed_at timestamptz,
  cancelled_at timestamptz,
  checked_in_at timestamptz,
  checked_in_how text check (checked_in_how in ('code', 'name', 'paper')),
  reminded_at timestamptz,
  erased_at timestamptz,
  unique (event_id, code)
);
create unique index event_registrations_once on event_registrations (email_hash, event_id)
  where state <> 'cancelled' and email_hash is not null;
create index event_registrations_of_event on event_registrations (event_id, state, number);
create index event_registrations_expiring on event_registrations (expires_at) where state = 'unconfirmed';

-- Heads counted on paper, by group or by organisation.
create table event_counts (
  id uuid primary key,
  event_id uuid not null references events on delete cascade,
  label text not null,
  organisation_id uuid references organisations,
  number integer not null check (number >= 0)
);
create index event_counts_of_event on event_counts (event_id);

create table event_questions (
  id uuid primary key,
  event_id uuid not null references events on delete cascade,
  number integer not null,
  origin text not null check (origin in ('form', 'hall', 'phone', 'paper')),
  text text not null,
  topic text,
  -- Of the asker, for the office alone; erased with registrants' data.
  asker text,
  email text,
  email_hash text,
  locale text not null default 'uk',
  state text not null check (state in ('received', 'accepted', 'refused', 'grouped', 'answered')),
  -- Answered together with this one.
  grouped_with uuid references event_questions,
  refusal text,
  answer text,
  answered_at timestamptz,
  answered_by text,
  created_at timestamptz not null,
  erased_at timestamptz,
  version integer not null default 1,
  unique (event_id, number)
);
create index event_questions_waiting on event_questions (state, created_at) where state = 'received';

-- A question that could not be answered at once: who answers, and by when.
create table event_instructions (
  id uuid primary key,
  event_id uuid not null references events on delete cascade,
  question_id uuid not null unique references event_questions on delete cascade,
  unit_id uuid not null references units,
  text text not null,
  due date not null,
  -- How the day was counted: codes and figures of legal time.
  explanation jsonb not null,
  state text not null check (state in ('open', 'answered', 'accepted')),
  answer text,
  answered_at timestamptz,
  returned_reason text,
  accepted_at timestamptz,
  reminded_on date,
  created_at timestamptz not null,
  version integer not null default 1
);
create index event_instructions_open on event_instructions (unit_id, due) where state <> 'accepted';

create table event_recommendations (
  id uuid primary key,
  event_id uuid not null references events on delete cascade,
  ordinal integer not null,
  text text not null,
  addressee text not null,
  unit_id uuid references units,
  organisation_id uuid references organisations,
  due date,
  state text not null check (state in ('sent', 'accepted', 'done', 'refused')),
  reason text,
  decided_on date,
  unique (event_id, ordinal)
);

create table event_photos (
  id uuid primary key,
  event_id uuid not null references events on delete cascade,
  ordinal integer not null,
  file_id uuid not null references files,
  alt text not null,
  author text,
  width integer,
  height integer,
  unique (event_id, ordinal)
);

create table event_feedback (
  id uuid primary key,
  event_id uuid not null references events on delete cascade,
  rating integer not null check (rating between 1 and 5),
  good text,
  better text,
  created_at timestamptz not null
);
create index event_feedback_of_event on event_feedback (event_id, created_at);

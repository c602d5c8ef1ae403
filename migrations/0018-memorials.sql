-- Memorial days, monuments, ceremonies with their delegations and wreaths (measure 4.20 of the programme).

-- The city's own dates, and its changes to those that the program knows (same key).
create table memorial_dates (
  key text primary key,
  title text not null,
  title_en text,
  -- When in the year: a typed rule of the module.
  rule jsonb not null,
  scope text not null check (scope in ('state', 'international', 'city')),
  -- The first year in which it is kept; null where nobody said.
  since integer,
  starts text check (starts ~ '^[0-2][0-9]:[0-5][0-9]$'),
  silence_at text check (silence_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  -- Where it stands that the day is kept, and how far that was checked.
  source_text text,
  source_url text,
  verified text not null check (verified in ('L', 'L-old', 'P', 'C', 'M')),
  note text,
  hidden boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz not null
);

-- What the coordinator decided for a year: kept, with its event, or not.
create table memorial_years (
  year integer not null,
  key text not null,
  day date not null,
  kept boolean not null,
  event_id uuid references events,
  decided_at timestamptz not null,
  decided_by text not null,
  primary key (year, key)
);
create index memorial_years_of_event on memorial_years (event_id) where event_id is not null;

create table monuments (
  id uuid primary key,
  name text not null,
  name_en text,
  kind text not null check (kind in ('monument', 'memorial', 'sign', 'plaque', 'burial', 'alley')),
  place text not null,
  district_id uuid references districts,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  description text,
  description_en text,
  -- Number in the state register of immovable monuments, where it is protected.
  protection_number text,
  state text not null check (state in ('good', 'needsCare', 'damaged', 'lost')),
  state_note text,
  inspected_on date,
  caretaker_unit_id uuid references units,
  caretaker_organisation_id uuid references organisations,
  picture_id uuid references files,
  picture_alt text,
  picture_author text,
  picture_width integer,
  picture_height integer,
  source text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check ((latitude is null) = (longitude is null)),
  check ((picture_id is null) = (picture_alt is null))
);
create index monuments_by_name on monuments (name, id);
create index monuments_words on monuments using gin (name gin_trgm_ops);

-- What an event has as a ceremony, beside its agenda, people and shares of work.
create table ceremonies (
  event_id uuid primary key references events on delete cascade,
  monument_id uuid references monuments,
  silence_at text check (silence_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  sound text,
  transport text,
  gathering text,
  weather_plan text,
  version integer not null default 1,
  changed_at timestamptz not null
);
create index ceremonies_at on ceremonies (monument_id) where monument_id is not null;

-- A delegation and what it lays.
create table ceremony_wreaths (
  id uuid primary key,
  event_id uuid not null references events on delete cascade,
  ordinal integer not null,
  organisation_id uuid references organisations,
  -- As it is read out: of an organisation its name, else a body, school, collective.
  delegation text not null,
  people integer check (people > 0),
  kind text not null check (kind in ('wreath', 'basket', 'flowers', 'none')),
  count integer not null check (count >= 0),
  -- Of one, in kopiykas; null where it brings its own.
  cost bigint check (cost >= 0),
  paid_by_city boolean not null default false,
  laid boolean,
  created_at timestamptz not null
);
create index ceremony_wreaths_of_event on ceremony_wreaths (event_id, ordinal, id);
create index ceremony_wreaths_of_organisation on ceremony_wreaths (organisation_id) where organisation_id is not null;

-- The January check: each organisation is asked whether what the registry says of it is still true.

create table campaigns (
  id uuid primary key,
  year integer not null check (year between 2000 and 2200),
  title text not null,
  -- Whom it asks.
  kinds text[] not null,
  states text[] not null,
  state text not null check (state in ('draft', 'open', 'closed')),
  -- The last day to answer; none in a draft: counted by the rule from the day of opening.
  term date,
  term_explanation jsonb,
  letter_subject text not null,
  letter_body text not null,
  reminder_subject text not null,
  reminder_body text not null,
  -- Whom an organisation may ask, as letters and pages say it.
  contact text not null,
  signatory_post text not null,
  signatory_name text not null,
  -- The measure for which it is evidence, and who carries it out.
  measure_number text,
  unit_id uuid references units,
  opened_on date,
  closed_on date,
  closed_at timestamptz,
  -- What came of it, as it stood when it was closed.
  result jsonb,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  check ((state = 'draft') = (opened_on is null)),
  check ((state = 'closed') = (closed_on is not null)),
  check (state = 'draft' or term is not null)
);
create unique index campaigns_of_year on campaigns (year) where state <> 'draft';

create table campaign_invitations (
  id uuid primary key,
  campaign_id uuid not null references campaigns,
  organisation_id uuid not null references organisations,
  -- As it was called and what it was on the day of opening.
  kind text not null,
  name text not null,
  channel text not null check (channel in ('email', 'paper')),
  email text,
  -- Of the link (256 bits) and of the code that is typed by hand (80 bits); neither is kept.
  secret_hash text not null unique,
  code_hash text not null unique,
  posted_on date,
  opened_at timestamptz,
  -- The latest answer, so that lists need not look for it.
  answer text check (answer in ('confirmed', 'corrected')),
  answered_at timestamptz,
  ceased boolean not null default false,
  unique (campaign_id, organisation_id),
  check ((channel = 'email') = (email is not null))
);
create index campaign_invitations_by_name on campaign_invitations (campaign_id, name, id);
create index campaign_invitations_of on campaign_invitations (organisation_id);

-- Letters go in waves: the first, and reminders.
create table campaign_waves (
  id uuid primary key,
  campaign_id uuid not null references campaigns,
  number integer not null,
  subject text not null,
  body text not null,
  started_at timestamptz not null,
  started_by text not null,
  finished_at timestamptz,
  unique (campaign_id, number)
);

create table campaign_letters (
  wave_id uuid not null references campaign_waves,
  invitation_id uuid not null references campaign_invitations,
  -- By which the outbox knows the letter; none: still to be written.
  message_key text unique,
  primary key (wave_id, invitation_id)
);
create index campaign_letters_to_write on campaign_letters (wave_id, invitation_id) where message_key is null;
create index campaign_letters_of on campaign_letters (invitation_id);

create table campaign_answers (
  id uuid primary key,
  invitation_id uuid not null references campaign_invitations,
  number integer not null,
  kind text not null check (kind in ('confirmed', 'corrected')),
  way text not null check (way in ('link', 'phone', 'paper')),
  -- Who answered for the organisation.
  name text not null,
  post text not null,
  note text,
  consent boolean not null,
  changes jsonb not null,
  proposal_id uuid,
  answered_at timestamptz not null,
  recorded_by text,
  unique (invitation_id, number)
);

create table campaign_calls (
  id uuid primary key,
  invitation_id uuid not null references campaign_invitations,
  outcome text not null check (outcome in ('promised', 'noAnswer', 'wrongNumber', 'refused', 'ceased')),
  note text,
  called_at timestamptz not null,
  called_by text not null
);
create index campaign_calls_of on campaign_calls (invitation_id, called_at);

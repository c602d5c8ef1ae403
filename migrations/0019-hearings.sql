-- Public hearings (Law 280/97-ВР, art. 13): the initiative and its check, the call, minutes, proposals with decisions,
-- what came of them. Day, place, registration and documents are those of the event.

create table hearings (
  id uuid primary key,
  title text not null,
  title_en text,
  subject text not null check (subject in ('statute', 'programme', 'budget', 'other')),
  territory text,
  -- What is heard, in a few words, and why.
  ground text,
  initiator_kind text not null check (initiator_kind in (
    'residents', 'council', 'mayor', 'executive', 'commission', 'selfOrganisation', 'starosta', 'system')),
  -- Named as it signs: «постійна комісія з питань бюджету». Of residents the name of the group, never of a person.
  initiator text,
  organisation_id uuid references organisations,
  -- The draft of a programme because of which the system proposed it.
  draft_id uuid unique references programme_drafts,
  received_on date,
  -- The last day for the check of an initiative, with its count; and how many signatures were asked for on the day it came.
  check_due date,
  check_explanation jsonb,
  signatures_needed integer,
  state text not null check (state in (
    'proposed', 'received', 'accepted', 'refused', 'setAside', 'called', 'held', 'decided', 'closed')),
  state_reason text,
  event_id uuid unique references events,
  -- Called with less notice than the rule asks: why.
  short_notice_reason text,
  held_on date,
  -- By then every proposal is decided.
  decision_due date,
  decision_explanation jsonb,
  decided_on date,
  decision_number text,
  decision_body text,
  decision_text text,
  decision_link text,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (state not in ('refused', 'setAside') or state_reason is not null),
  check ((state in ('held', 'decided', 'closed')) = (held_on is not null))
);
create index hearings_by_age on hearings (created_at desc, id desc);
create index hearings_open on hearings (state) where state not in ('closed', 'refused', 'setAside');

-- Sheets of signatures as they were checked: numbers only, no names.
create table hearing_sheets (
  id uuid primary key,
  hearing_id uuid not null references hearings on delete cascade,
  label text not null,
  signatures integer not null check (signatures >= 0),
  valid integer not null check (valid >= 0),
  remark text,
  checked_on date not null,
  checked_by text not null,
  check (valid <= signatures),
  unique (hearing_id, label)
);

create table hearing_minutes (
  hearing_id uuid primary key references hearings on delete cascade,
  chair text not null,
  secretary text not null,
  participants integer not null check (participants >= 0),
  course text not null,
  -- What was voted on, with its counts.
  votes jsonb not null default '[]',
  signed_on date,
  version integer not null default 1,
  changed_at timestamptz not null
);

create table hearing_proposals (
  id uuid primary key,
  hearing_id uuid not null references hearings on delete cascade,
  number integer not null,
  author_kind text not null check (author_kind in ('resident', 'organisation', 'deputy', 'other')),
  organisation_id uuid references organisations,
  -- For the office alone, to answer.
  author text,
  text text not null,
  unit_id uuid references units,
  state text not null check (state in ('open', 'taken', 'partly', 'rejected')),
  reason text,
  decided_on date,
  created_at timestamptz not null,
  version integer not null default 1,
  unique (hearing_id, number),
  check ((state = 'open') = (decided_on is null)),
  check (state = 'open' or reason is not null)
);

-- What became of the decision after three, six and twelve months.
create table hearing_followups (
  hearing_id uuid not null references hearings on delete cascade,
  months integer not null check (months > 0),
  due date not null,
  note text,
  done_on date,
  done_by text,
  primary key (hearing_id, months),
  check ((note is null) = (done_on is null))
);
create index hearing_followups_open on hearing_followups (due) where done_on is null;

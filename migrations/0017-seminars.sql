-- Seminars (measures 4.15, 4.16): tests before and after, certificates, and who came over the years.

create table seminar_tests (
  event_id uuid primary key references events on delete cascade,
  questions jsonb not null,
  -- Which of the two is open to answers now.
  stage text not null check (stage in ('closed', 'before', 'after')),
  version integer not null default 1,
  changed_at timestamptz not null
);

-- Nobody's name: a hash of a word that a person chose, to see the way from before to after; or nothing.
create table seminar_answers (
  id uuid primary key,
  event_id uuid not null references seminar_tests on delete cascade,
  stage text not null check (stage in ('before', 'after')),
  word_hash text,
  -- For each question the numbers of the options chosen, from 0.
  answers jsonb not null,
  correct integer not null,
  answered_on date not null,
  unique (event_id, stage, word_hash)
);
create index seminar_answers_of on seminar_answers (event_id, stage);

create table seminar_certificates (
  id uuid primary key,
  number text not null unique,
  event_id uuid not null references events on delete cascade,
  name text not null,
  organisation_id uuid references organisations,
  -- Whether the page of the number shows the name.
  consent boolean not null,
  issued_on date not null,
  issued_by text not null,
  revoked_on date,
  revoke_reason text,
  unique (event_id, name),
  check ((revoked_on is null) = (revoke_reason is null))
);
create index seminar_certificates_of on seminar_certificates (event_id, number);

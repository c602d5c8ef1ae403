-- News of organisations: written by their representatives, looked at by a clerk, read by everybody.

create table publications (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  -- The revision that readers see; none before the first is published.
  published_revision integer,
  first_published_at timestamptz,
  -- When a later revision took the place of the first.
  changed_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by text check (withdrawn_by in ('organisation', 'office')),
  withdrawn_reason text,
  withdrawn_words text,
  -- Words of the published revision, as the registry's names are searched.
  search text not null default '',
  -- The merge of organisations that brought it here.
  moved_by uuid,
  created_at timestamptz not null,
  check ((published_revision is null) = (first_published_at is null)),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index publications_shown on publications (first_published_at desc, id desc)
  where published_revision is not null and withdrawn_at is null;
create index publications_of_organisation on publications (organisation_id, first_published_at desc, id desc);
create index publications_words on publications using gin (search gin_trgm_ops);

create table publication_revisions (
  publication_id uuid not null references publications on delete cascade,
  number integer not null,
  state text not null check (state in ('draft', 'submitted', 'returned', 'appealed', 'published', 'superseded')),
  title text not null,
  body text not null,
  -- [{ id, alt }] in their order.
  pictures jsonb not null,
  author_id uuid not null references representatives,
  author_name text not null,
  created_at timestamptz not null,
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  reason text,
  words text,
  appeal text,
  appealed_at timestamptz,
  -- One appeal against one return.
  appeal_decided_at timestamptz,
  published_at timestamptz,
  version integer not null default 1,
  primary key (publication_id, number),
  check ((state in ('published', 'superseded')) = (published_at is not null)),
  check (state <> 'appealed' or appeal is not null)
);
alter table publications add foreign key (id, published_revision)
  references publication_revisions (publication_id, number) deferrable initially deferred;
-- One text under way beside the published one.
create unique index publication_revisions_open on publication_revisions (publication_id)
  where state in ('draft', 'submitted', 'returned', 'appealed');
create index publication_revisions_waiting on publication_revisions (submitted_at, publication_id)
  where state in ('submitted', 'appealed');

create table publication_pictures (
  id uuid primary key,
  publication_id uuid not null references publications on delete cascade,
  width integer not null,
  height integer not null,
  -- [{ width, height, file }] from the smallest.
  sizes jsonb not null,
  created_at timestamptz not null
);
create index publication_pictures_of on publication_pictures (publication_id);
-- The files of its sizes: what nothing refers to is let go of by the house.
create table publication_picture_files (
  file_id uuid primary key references files,
  picture_id uuid not null references publication_pictures on delete cascade
);
create index publication_picture_files_of on publication_picture_files (picture_id);

-- Every decision, for the counter of equal access. Nothing here is changed.
create table publication_decisions (
  id uuid primary key,
  publication_id uuid not null references publications,
  revision integer not null,
  verb text not null check (verb in ('publish', 'return', 'uphold', 'overturn', 'withdraw')),
  -- By an edit of what was published already.
  is_edit boolean not null,
  reason text,
  by_id uuid not null,
  by_name text not null,
  -- Since when it had waited; none where nothing waited.
  since timestamptz,
  at timestamptz not null
);
create index publication_decisions_at on publication_decisions (at);
create index publication_decisions_of on publication_decisions (publication_id, at);

-- Why a text is returned: code, words in both languages, act and article.
create table publication_reasons (
  code text primary key check (code ~ '^[a-z][a-zA-Z]{1,40}$'),
  name_uk text not null,
  name_en text not null,
  source text,
  url text,
  position integer not null,
  active boolean not null default true
);

-- Days on which news of party branches are not shown.
create table silence_periods (
  id uuid primary key,
  from_day date not null,
  to_day date not null,
  title text not null,
  source text not null,
  url text,
  created_by text not null,
  created_at timestamptz not null,
  cancelled_at timestamptz,
  cancel_reason text,
  check (from_day <= to_day)
);

insert into publication_reasons (code, name_uk, name_en, source, url, position) values
  ('notActivity', 'Не про діяльність організації', 'Not about the activity of the organisation', 'Програма співпраці, захід 4.6', null, 1),
  ('unclear', 'Текст неповний або незрозумілий', 'The text is incomplete or unclear', null, null, 2),
  ('personalData', 'Персональні дані без згоди особи', 'Personal data without the person’s consent', 'Закон України 2297-VI, ст. 14', 'https://zakon.rada.gov.ua/laws/show/2297-17', 3),
  ('hatred', 'Заклики до насильства або розпалювання ворожнечі', 'Calls to violence or hatred', 'Закон України 2657-XII, ст. 28', 'https://zakon.rada.gov.ua/laws/show/2657-12', 4),
  ('agitation', 'Передвиборна агітація', 'Election campaigning', 'Виборчий кодекс України, ст. 57', 'https://zakon.rada.gov.ua/laws/show/396-20', 5),
  ('advertising', 'Комерційна реклама', 'Commercial advertising', 'Закон України 270/96-ВР', 'https://zakon.rada.gov.ua/laws/show/270/96-вр', 6),
  ('picture', 'Зображення без права на нього або без опису', 'A picture without the right to it, or without a description', 'Закон України 2811-IX', 'https://zakon.rada.gov.ua/laws/show/2811-20', 7),
  ('repeated', 'Таку новину вже опубліковано', 'Such news is published already', null, null, 8),
  ('other', 'Інше', 'Other', null, null, 9);

-- The city's registry beside the state register: which record an organisation is, and what was decided of a difference.
-- `ref` names a record of the register, which is a database of its own.
create table register_links (
  organisation_id uuid primary key references organisations,
  ref text not null,
  way text not null check (way in ('code', 'name', 'hand')),
  linked_at timestamptz not null,
  linked_by text not null
);
create index register_links_of on register_links (ref);

create table register_decisions (
  -- The kind, the record and what it says: what it says next is another difference.
  key text primary key,
  kind text not null check (kind in ('new', 'renamed', 'officerChanged', 'inTermination', 'terminated')),
  ref text not null,
  organisation_id uuid references organisations,
  -- As the register had it then.
  name text not null,
  decision text not null check (decision in ('proposed', 'refused')),
  reason text,
  proposal_id uuid references organisation_proposals,
  decided_at timestamptz not null,
  decided_by text not null,
  check ((decision = 'proposed') = (proposal_id is not null)),
  check ((decision = 'refused') = (reason is not null))
);
create index register_decisions_by_age on register_decisions (decision, decided_at desc, key);

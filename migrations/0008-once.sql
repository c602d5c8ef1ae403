-- A write that comes twice is done once: what the first was answered.

create table receipts (
  -- Id of the person or token: a key of one is nothing to another.
  actor_id text not null,
  key text not null,
  -- Hash of what was sent: the same key with something else is a mistake of the sender.
  print text not null,
  -- None while the first is being done, or when the program died over it.
  answer jsonb,
  at timestamptz not null,
  primary key (actor_id, key)
);
create index receipts_at on receipts (at);

-- Who may take a file is asked of what it is attached to.
create index evidence_files_file on evidence_files (file_id);
create index source_texts_file on source_texts (file_id) where file_id is not null;

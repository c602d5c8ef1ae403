-- A city's own values for rules of law; the rules themselves are data of the program.

create table rule_overrides (
  id uuid primary key,
  key text not null,
  value text not null,
  from_date date not null,
  to_date date,
  reason text not null,
  decision text,
  created_by text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  revoke_reason text
);
create index rule_overrides_of_key on rule_overrides (key, from_date);

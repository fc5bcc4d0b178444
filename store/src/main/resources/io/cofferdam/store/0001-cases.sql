create table cofferdam_case_event (
  case_id text not null,
  version integer not null check (version > 0),
  kind text not null,
  at text not null,
  body text not null,
  primary key (case_id, version)
);
create table cofferdam_outbox (
  seq ${serial},
  fact_key text not null unique,
  type text not null,
  at text not null,
  actor text not null,
  subjects text not null,
  payload text not null,
  ledger text,
  ledger_index bigint
);
create index cofferdam_outbox_waiting on cofferdam_outbox (seq) where ledger_index is null;
create index cofferdam_outbox_ledger on cofferdam_outbox (ledger, ledger_index);

/**
 * Every column that holds words, by who may read it. A column that stands nowhere fails the canary test: whoever adds one
 * decides.
 */

/** Nobody outside the office reads it, whatever the row. */
export const PRIVATE: Readonly<Record<string, readonly string[]>> = {
  files: ['created_by'],
  mailings: ['title', 'released_by', 'reason'],
  messages: ['dedupe_key', 'recipient', 'recipient_name', 'subject', 'body', 'last_error'],
  staff: ['email', 'name', 'position', 'passphrase_hash', 'totp_secret', 'oidc_subject'],
  invitations: ['secret_hash'],
  sessions: ['secret_hash', 'csrf', 'address', 'device'],
  passkeys: ['id', 'name'],
  recovery_codes: ['code_hash'],
  sign_in_challenges: ['id', 'value'],
  sign_in_failures: ['key'],
  api_tokens: ['name', 'secret_hash'],
  rule_overrides: ['created_by'],
  source_texts: ['created_by'],
  programme_drafts: ['edited_by', 'discard_reason'],
  programme_proposals: ['created_by', 'created_by_name'],
  measure_schedules: ['decided_by', 'decided_by_name'],
  duty_settings: ['changed_by', 'changed_by_name'],
  duty_reminders: ['recipient'],
  evidence: ['created_by', 'created_by_name', 'withdraw_reason'],
  plan_changes: ['withdraw_reason', 'created_by', 'created_by_name'],
  commitments: ['created_by', 'created_by_name'],
  payment_imports: ['file_name', 'created_by', 'created_by_name'],
  payments: ['note', 'fingerprint', 'reason', 'created_by', 'created_by_name'],
  quarterly_reports: ['submitted_by', 'submitted_by_name', 'accepted_by', 'accepted_by_name'],
  report_remarks: ['text', 'written_by', 'written_by_name'],
  consolidated_reports: ['approved_by_name'],
  receipts: ['actor_id', 'key', 'print'],
  passport_rows: ['removed', 'search', 'sort_key'],
  passport_imports: ['file_name', 'created_by_name'],
  passports: ['frozen_by_name', 'published_by_name'],
}

/** Read by all in some rows, by nobody in those that the condition names. */
export const SOMETIMES: readonly {
  readonly table: string
  readonly columns: readonly string[]
  readonly hiddenWhere: string
}[] = [
  { table: 'files', columns: ['name'], hiddenWhere: `access = 'office'` },
  {
    table: 'evidence',
    columns: ['title', 'place', 'result', 'link', 'publication', 'late_reason'],
    hiddenWhere: `state <> 'recorded'`,
  },
  { table: 'plan_changes', columns: ['decision_number', 'reason'], hiddenWhere: `state = 'withdrawn'` },
  { table: 'passports', columns: ['correction_reason', 'content'], hiddenWhere: `state = 'frozen'` },
  { table: 'payments', columns: ['document'], hiddenWhere: `state = 'withdrawn'` },
  { table: 'quarterly_reports', columns: ['note'], hiddenWhere: `state <> 'accepted'` },
  {
    table: 'report_rows',
    columns: ['composed', 'result', 'reason', 'next_step'],
    hiddenWhere: `report_id in (select id from quarterly_reports where state <> 'accepted')`,
  },
  {
    table: 'consolidated_reports',
    columns: ['introduction', 'conclusions'],
    hiddenWhere: `state <> 'published'`,
  },
]

/** Anybody may read it, where the row is open at all. */
export const OPEN: Readonly<Record<string, readonly string[]>> = {
  settings: ['key'],
  files: ['sha256', 'media_type', 'access'],
  // Who may read an entry is the office's matter; the chain cannot be planted in, since it refuses every change.
  audit_head: ['hash'],
  audit_entries: [
    'actor_kind',
    'actor_id',
    'action',
    'subject_type',
    'subject_id',
    'payload',
    'previous_hash',
    'hash',
  ],
  audit_checkpoints: ['hash', 'signature'],
  mailings: ['kind', 'state'],
  messages: ['state'],
  units: ['name', 'short_name', 'kind', 'email'],
  unit_aliases: ['alias', 'normal'],
  staff: ['state', 'locale'],
  staff_roles: ['role'],
  sessions: ['locale'],
  passkeys: ['transports'],
  sign_in_challenges: ['kind'],
  api_tokens: ['scopes'],
  rule_overrides: ['key', 'value', 'reason', 'decision', 'revoke_reason'],
  source_texts: ['name', 'format', 'encoding', 'text'],
  programme_drafts: ['kind', 'state'],
  programmes: ['slug', 'title', 'title_en', 'short_title', 'short_title_en', 'state'],
  editions: ['state', 'reason'],
  measure_versions: ['number', 'title', 'title_en', 'text', 'term_raw'],
  programme_tasks: ['text'],
  indicators: ['name', 'unit_name', 'kind'],
  funding_lines: ['source'],
  programme_proposals: ['kind', 'text', 'reason', 'state', 'answer'],
  measure_schedules: ['reason'],
  duties: ['origin', 'outcome', 'outcome_reason'],
  duty_settings: ['key'],
  duty_reminders: ['stage'],
  evidence: ['kind', 'organisations', 'state', 'source_module', 'source_id'],
  evidence_duties: ['share'],
  evidence_files: ['caption'],
  plan_changes: ['source', 'decision_kind', 'state'],
  commitments: [
    'source',
    'kind',
    'counterparty',
    'counterparty_code',
    'number',
    'subject',
    'procurement_link',
    'state',
    'reason',
  ],
  payment_imports: ['state'],
  payments: ['source', 'state'],
  quarterly_reports: ['rule_text', 'state', 'correction_reason'],
  report_rows: ['number', 'title', 'title_en', 'term', 'state'],
  consolidated_reports: ['kind', 'state', 'correction_reason'],
  frozen_reports: ['kind', 'content', 'sha256'],
  passport_rows: ['table_key', 'source'],
  passport_imports: ['table_key', 'state'],
  passports: ['state', 'sha256'],
}

/** Columns of JSON that nobody outside reads in the rows that the condition names. */
export const PRIVATE_JSON: readonly {
  readonly table: string
  readonly column: string
  readonly hiddenWhere: string
}[] = [
  { table: 'evidence', column: 'typed', hiddenWhere: 'typed is not null' },
  { table: 'programme_drafts', column: 'proposal', hiddenWhere: `state = 'review'` },
  { table: 'programme_drafts', column: 'resolutions', hiddenWhere: 'true' },
  { table: 'payment_imports', column: 'content', hiddenWhere: 'true' },
  { table: 'passport_imports', column: 'content', hiddenWhere: 'true' },
]

/** Puts a mark of its own into each place that the public must not read. */
import type pg from 'pg'
import { PRIVATE, PRIVATE_JSON, SOMETIMES } from './columns.ts'

/** What a mark looks like: letters and figures only, so that no escaping changes it. */
export const MARK = /zkanareika\d+z/g

export type Plants = {
  /** By mark: `table.column`. */
  readonly places: ReadonlyMap<string, string>
  /** Places without a row to plant in. */
  readonly empty: readonly string[]
}

export async function plant(client: pg.ClientBase): Promise<Plants> {
  const places = new Map<string, string>()
  const empty: string[] = []
  async function put(place: string, sql: (mark: string) => string): Promise<void> {
    const mark = `zkanareika${places.size + empty.length}z`
    const { rowCount } = await client.query(sql(mark))
    if (rowCount) places.set(mark, place)
    else empty.push(place)
  }
  const columns = [
    ...Object.entries(PRIVATE).map(([table, names]) => ({ table, columns: names, hiddenWhere: 'true' })),
    ...SOMETIMES,
  ]
  for (const { table, columns: names, hiddenWhere } of columns)
    for (const name of names)
      await put(`${table}.${name}`, (mark) =>
        UNIQUE.has(`${table}.${name}`)
          ? `update ${table} set ${name} = '${mark}' || ${name} where ${hiddenWhere} and ${name} is not null`
          : `update ${table} set ${name} = coalesce(${name} || ' ', '') || '${mark}' where ${hiddenWhere}${EXCEPT[`${table}.${name}`] ?? ''}`,
      )
  for (const { table, column, hiddenWhere } of PRIVATE_JSON)
    await put(
      `${table}.${column}`,
      (mark) =>
        `update ${table} set ${column} = ${column} || jsonb_build_object('title', '${mark}') where ${hiddenWhere} and jsonb_typeof(${column}) = 'object'`,
    )
  return { places, empty }
}

/** A mark alone would be there twice. */
const UNIQUE = new Set([
  'events.source_uid',
  'event_sources.name',
  'event_source_items.uid',
  'hearing_sheets.label',
  'seminar_answers.word_hash',
  'seminar_certificates.number',
  'seminar_certificates.name',
  'staff.email',
  'staff.oidc_subject',
  'sessions.secret_hash',
  'passkeys.id',
  'sign_in_challenges.id',
  'invitations.secret_hash',
  'api_tokens.secret_hash',
  'messages.dedupe_key',
  'sign_in_failures.key',
  'recovery_codes.code_hash',
  'duty_reminders.recipient',
  'receipts.key',
  'request_counts.key',
  'representatives.email',
  'representative_sessions.secret_hash',
  'representative_keys.hash',
  'payments.fingerprint',
  'campaign_invitations.secret_hash',
  'campaign_invitations.code_hash',
  'campaign_letters.message_key',
  'followers.email',
  'followers.secret_hash',
  'followers.confirm_hash',
  'follow_selectors.value',
  'event_registrations.email_hash',
])

/** Rows in which the column must stay as it is. */
const EXCEPT: Readonly<Record<string, string>> = {
  'evidence.withdraw_reason': ` and state = 'withdrawn'`,
  'plan_changes.withdraw_reason': ` and state = 'withdrawn'`,
  'payments.reason': ` and state = 'withdrawn'`,
  'campaign_invitations.email': ` and channel = 'email'`,
}

/** Rows that a demonstration lacks, so that there is something that could leak. */
export async function fillGaps(client: pg.ClientBase): Promise<void> {
  for (const sql of GAPS) await client.query(sql)
}

const SOMEBODY = `(select id from staff order by id limit 1)`
const PLANNED_EVENT = `(select id from events where state = 'planned' limit 1)`
const COMING_EVENT = `(select id from events where state = 'announced' limit 1)`
const GAPS = [
  `insert into organisation_moves (merge_id, place, row_id) select id, 'practices', 'row' from organisation_merges limit 1`,
  `insert into register_links (organisation_id, ref, way, linked_at, linked_by)
   select id, 'record', 'hand', now(), 'Хтось' from organisations order by id limit 1`,
  `insert into register_decisions (key, kind, ref, name, decision, reason, decided_at, decided_by)
   values ('difference', 'new', 'record', 'ГО «Нова»', 'refused', 'Не наша', now(), 'Хтось')`,
  `insert into silence_periods (id, from_day, to_day, title, source, created_by, created_at, cancelled_at, cancel_reason)
   values (gen_random_uuid(), '2020-10-24', '2020-10-25', 'Тиша', 'Постанова', 'Хтось', now(), now(), 'Помилково')`,
  `insert into request_counts (key, asked, since) values ('asked', 1, now())`,
  `insert into representative_keys (hash, kind, representative_id, expires_at)
   select 'hash', 'signIn', id, now() + '1 day' from representatives order by id limit 1`,
  `insert into event_people (id, event_id, ordinal, role, name, position) values (gen_random_uuid(), ${COMING_EVENT}, 90, 'minutes', 'Записувач', 'Секретар')`,
  `insert into event_items (id, event_id, ordinal, title, kind) values (gen_random_uuid(), ${PLANNED_EVENT}, 90, 'Пункт', 'talk')`,
  `insert into event_series (id, title, title_en, kind, recurrence, created_at) values (gen_random_uuid(), 'Цикл', 'Series', 'discussionClub', '{"every":"month"}', now())`,
  `insert into event_materials (id, event_id, title, link, public, created_at) values (gen_random_uuid(), ${COMING_EVENT}, 'Чернетка', 'https://example.org/', false, now())`,
  `insert into event_counts (id, event_id, label, number) values (gen_random_uuid(), ${COMING_EVENT}, 'Група', 1)`,
  `insert into event_talks (id, event_id, title, text, speaker, state, created_at) values (gen_random_uuid(), ${COMING_EVENT}, 'Виступ', 'Про що', 'Хтось', 'offered', now())`,
  `insert into event_recommendations (id, event_id, ordinal, text, addressee, state) values (gen_random_uuid(), ${COMING_EVENT}, 90, 'Рекомендація', 'Комусь', 'sent')`,
  `insert into event_photos (id, event_id, ordinal, file_id, alt) select gen_random_uuid(), ${COMING_EVENT}, 90, id, 'Світлина' from files limit 1`,
  `insert into event_registrations (id, event_id, state, origin, name, email, email_hash, code, created_at)
   values (gen_random_uuid(), ${COMING_EVENT}, 'confirmed', 'form', 'Гість', 'guest@example.org', 'hash', 'ZZZZ9', now())`,
  `insert into passport_imports (id, table_key, file_name, state, content, mapping, created_by_name, created_at)
   values (gen_random_uuid(), 'media', 'медіа.csv', 'review', '{}', '{}', 'Олена', now())`,
  `insert into passports (id, as_of, version, state, correction_reason, review, content, sha256, frozen_at, frozen_by_name, created_at)
   values (gen_random_uuid(), '2001-01-01', 2, 'frozen', 'Ще не оприлюднено', '{}', '{}', 'sha', now(), 'Олена', now())`,
  `insert into passkeys (id, staff_id, public_key, counter, name, created_at) values ('key', ${SOMEBODY}, '\\x00', 0, 'Ключ', now())`,
  `insert into recovery_codes (staff_id, code_hash) values (${SOMEBODY}, 'code')`,
  `insert into invitations (id, staff_id, secret_hash, expires_at, created_at) values (gen_random_uuid(), ${SOMEBODY}, 'secret', now() + '1 day', now())`,
  `insert into sessions (secret_hash, id, staff_id, complete, csrf, address, device, created_at, seen_at, expires_at)
   values ('session', gen_random_uuid(), ${SOMEBODY}, true, 'csrf', '192.0.2.7', 'Firefox', now(), now(), now() + '1 day')`,
  `insert into sign_in_challenges (id, kind, value, expires_at) values ('challenge', 'oidc', 'value', now() + '1 day')`,
  `insert into sign_in_failures (key, failures, last_at) values ('address', 1, now())`,
  `insert into api_tokens (id, name, secret_hash, scopes, created_by, created_at, expires_at)
   values (gen_random_uuid(), 'Токен', 'token', '{}', ${SOMEBODY}, now(), now() + '1 day')`,
  `update staff set oidc_subject = 'subject' where id = ${SOMEBODY}`,
  `insert into evidence (id, programme_id, unit_id, kind, title, happened_from, happened_to, state, typed, created_by, created_by_name, created_at)
   select gen_random_uuid(), programme_id, unit_id, kind, title, happened_from, happened_to, 'draft', '{"title": "Чернетка"}', created_by, created_by_name, now()
   from evidence where state = 'recorded' limit 1`,
  `with gone as (
     insert into evidence (id, programme_id, unit_id, kind, title, happened_from, happened_to, state, withdraw_reason, created_by, created_by_name, created_at, recorded_at)
     select gen_random_uuid(), programme_id, unit_id, kind, title, happened_from, happened_to, 'withdrawn', 'Помилка', created_by, created_by_name, now(), now()
     from evidence where state = 'recorded' limit 1 returning id
   )
   insert into evidence_measures select gone.id, measures.id from gone, measures limit 1`,
  `insert into files (id, sha256, name, media_type, size, bytes, access, created_at, created_by)
   select gen_random_uuid(), encode(sha256('zkanareika999z'), 'hex'), 'list.txt', 'text/plain', 14, 'zkanareika999z', 'office', now(), 'somebody'`,
  `insert into plan_changes (id, programme_id, year, source, change, decision_kind, decision_number, decision_date, reason, state, withdraw_reason, created_by, created_by_name, created_at)
   select gen_random_uuid(), programme_id, year, source, change, decision_kind, decision_number, decision_date, 'Причина', 'withdrawn', 'Помилка', created_by, created_by_name, now()
   from plan_changes limit 1`,
  `insert into payments (id, programme_id, measure_id, commitment_id, year, source, paid_on, amount, document, fingerprint, state, reason, created_by, created_by_name, created_at)
   select gen_random_uuid(), programme_id, measure_id, commitment_id, year, source, paid_on, amount, '№ 999', 'print', 'withdrawn', 'Помилка', created_by, created_by_name, now()
   from payments limit 1`,
  `insert into payment_imports (id, programme_id, file_name, state, content, mapping, created_by, created_by_name, created_at)
   select gen_random_uuid(), programme_id, 'vypyska.csv', 'review', '{}', '{}', created_by, created_by_name, now() from payments limit 1`,
  `insert into programme_drafts (id, kind, state, reading, proposal, created_at, edited_at, edited_by)
   select gen_random_uuid(), kind, 'review', reading, proposal, now(), now(), edited_by from programme_drafts limit 1`,
  `insert into duty_settings (key, value, changed_by, changed_by_name, changed_at) values ('executor', 'true', 'somebody', 'Хтось', now())`,
  `insert into duty_reminders (duty_id, stage, recipient, written_at) select id, 'onDay', 'somebody', now() from duties limit 1`,
  `insert into consolidated_reports (id, programme_id, kind, year, quarter, state, introduction, conclusions, requisites, created_at)
   select gen_random_uuid(), programme_id, 'year', year, null, 'draft', 'Вступ', 'Висновки', requisites, now() from consolidated_reports limit 1`,
  `insert into organisation_values (id, organisation_id, field, value, standing, source_kind, recorded_at, recorded_by, superseded_at)
   select gen_random_uuid(), id, 'name', 'Помилкова назва', 'mistaken', 'clerk', now(), 'Хтось', now() from organisations limit 1`,
  `insert into organisation_contacts (id, organisation_id, kind, value, access, consent_on, source_kind, recorded_at, recorded_by)
   select gen_random_uuid(), id, 'phone', '+380 00', 'private', now(), 'clerk', now(), 'Хтось' from organisations limit 1`,
  `insert into organisation_documents (id, organisation_id, file_id, kind, title, access, recorded_at, recorded_by)
   select gen_random_uuid(), o.id, f.id, 'other', 'Папір', 'office', now(), 'Хтось'
   from organisations o, files f where f.access = 'office' limit 1`,
  `insert into organisation_twins_denied (one_id, other_id, denied_at, denied_by)
   select a.id, b.id, now(), 'Хтось' from organisations a join organisations b on b.id > a.id limit 1`,
  `insert into organisation_imports (id, file_name, state, columns, mapping, counts, created_at, created_by)
   values (gen_random_uuid(), 'list.csv', 'done', '[]', '{}', '{}', now(), 'Хтось')`,
  `insert into organisation_import_columns (heading, field) values ('назва', 'name')`,
  `insert into person_requests (id, kind, ground, found, changed, at, by)
   values (gen_random_uuid(), 'export', '№ 1', 0, 0, now(), 'Хтось')`,
  `insert into practices (id, organisation_id, state, content, title, created_at, created_by, by_representative, updated_at)
   select gen_random_uuid(), id, 'draft', '{"title": "Чернетка"}', 'Чернетка', now(), 'Хтось', true, now() from organisations limit 1`,
  `insert into practice_files (practice_id, file_id, title, added_at)
   select p.id, f.id, 'Світлина', now() from practices p, files f where p.state = 'draft' and f.access = 'office' limit 1`,
  `insert into followers (id, email, locale, secret_hash, confirm_hash, asked_at, confirmed_at, cursor_at)
   values (gen_random_uuid(), 'reader@mailbox.example', 'uk', 'own', 'confirm', now(), now(), now())`,
  `insert into follow_selectors (follower_id, kind, value, confirmed) select id, 'all', '', true from followers limit 1`,
  `insert into receipts (actor_id, key, print, at) values ('somebody', 'key', 'print', now())`,
  `insert into rule_overrides (id, key, value, from_date, reason, created_by, created_at)
   values (gen_random_uuid(), 'report.quarterly', '7', '2026-01-01', 'Рішення міської ради', 'somebody', now())`,
]

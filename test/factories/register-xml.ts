/**
 * The state register's open data, invented: each generation of its XML, of any size, with seeded damage. The same
 * options give the same bytes.
 */

export type RegisterFile = {
  /** 1: flat `RECORD` rows; 2: `SUBJECT` with ADDRESS and FOUNDERS; 3: `SUBJECT` with OPF, SIGNERS, EXCHANGE_DATA. */
  readonly generation: 1 | 2 | 3
  /** `fsu`: public formations, of the third generation only; `fop`: persons in business, which are never read. */
  readonly kind: 'uo' | 'fsu' | 'fop'
  readonly count: number
  readonly seed?: number
  /** A later export of the same: every tenth record is renamed, led by another, or in termination. */
  readonly edition?: number
  /** Every so manieth record is damaged, each in another way. */
  readonly damageEach?: number
  readonly encoding?: 'windows-1251' | 'utf-8' | 'utf-16le'
  readonly root?: string
  /** What the prolog says, where that is another than the truth. */
  readonly declared?: string
}

const SURNAMES =
  'Коваленко Бондаренко Ткаченко Кравченко Олійник Шевчук Поліщук Лисенко Гаврилюк Савченко Мельничук Руденко Мороз Кириленко Назаренко Литвиненко Вакуленко Яременко Ґалаґан Їжакевич Єрмоленко'.split(
    ' ',
  )
const FIRST = 'Олена Іван Марія Петро Оксана Юрій Ганна Сергій Наталія Андрій Ірина Богдан Євген Їлля'.split(
  ' ',
)
const PATRONYMICS = 'Іванівна Петрович Андріївна Сергійович Юріївна Богданович Олексіївна Григорович'.split(
  ' ',
)
const TOWNS =
  'Ніжин Чернігів Прилуки Бахмач Носівка Ічня Борзна Городня Сновськ Мена Корюківка Батурин Остер Козелець Київ Львів Харків Одеса Дніпро Суми Полтава Черкаси Рівне Луцьк Тернопіль Ужгород Чернівці Хмельницький Вінниця Житомир Миколаїв Херсон Запоріжжя'.split(
    ' ',
  )
const RAIONS = 'Ніжинського Прилуцького Чернігівського Корюківського Новгород-Сіверського Уманського'.split(
  ' ',
)
const TOPICS =
  'ветеранів освіти культури екології спорту молоді підприємців інвалідів чорнобильців пенсіонерів волонтерів краєзнавців учителів лікарів бджолярів рибалок мисливців садівників студентів родин'.split(
    ' ',
  )
const SYLLABLES =
  'ар бел вір гор дан ель жит зор ін кор лан мир нов ор пол рос сон тех ук фін хар цвіт чар шов юг яр буд мет агро еко інвест пром світ трейд груп сервіс логіс медіа транс'.split(
    ' ',
  )
const BUSINESS = [
  ['ТОВАРИСТВО З ОБМЕЖЕНОЮ ВІДПОВІДАЛЬНІСТЮ', 'ТОВ'],
  ['ТОВАРИСТВО З ОБМЕЖЕНОЮ ВІДПОВІДАЛЬНІСТЮ', 'ТОВ'],
  ['ТОВАРИСТВО З ОБМЕЖЕНОЮ ВІДПОВІДАЛЬНІСТЮ', 'ТОВ'],
  ['ПРИВАТНЕ ПІДПРИЄМСТВО', 'ПП'],
  ['ФЕРМЕРСЬКЕ ГОСПОДАРСТВО', 'ФГ'],
  ['ОБСЛУГОВУЮЧИЙ КООПЕРАТИВ', 'ОК'],
] as const
const CIVIC = [
  ['ГРОМАДСЬКА ОРГАНІЗАЦІЯ', 'ГО'],
  ['ГРОМАДСЬКА СПІЛКА', 'ГС'],
  ['БЛАГОДІЙНА ОРГАНІЗАЦІЯ', 'БО'],
  ['РЕЛІГІЙНА ОРГАНІЗАЦІЯ', 'РО'],
  ['ПРОФСПІЛКА', 'ППО'],
  ['ОРГАН САМООРГАНІЗАЦІЇ НАСЕЛЕННЯ', 'ОСН'],
  ["ОБ'ЄДНАННЯ СПІВВЛАСНИКІВ БАГАТОКВАРТИРНОГО БУДИНКУ", 'ОСББ'],
] as const
const STATES = [
  ...Array.from({ length: 14 }, () => 'зареєстровано'),
  'припинено',
  'припинено',
  'в стані припинення',
  'порушено справу про банкрутство',
  'скасовано',
]

/** mulberry32: the same everywhere. */
function chance(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = a
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** What a record of the file says, before it is XML. */
export type InventedRecord = {
  readonly record: string
  readonly edrpou: string
  readonly name: string
  readonly shortName: string
  readonly form: string
  readonly state: string
  readonly leader: string
  readonly town: string
  readonly raion: string
}

export function inventedRecord(file: RegisterFile, n: number): InventedRecord {
  const base = chance((file.seed ?? 1) * 1_000_003 + n)
  const pick = <T>(of: readonly T[]) => of[Math.floor(base() * of.length)]!
  const person = () => `${pick(SURNAMES)} ${pick(FIRST)} ${pick(PATRONYMICS)}`.toUpperCase()
  const own = () => {
    const word = Array.from({ length: 2 + Math.floor(base() * 2) }, () => pick(SYLLABLES)).join('')
    return base() < 0.4 ? `${word}-${Math.floor(base() * 5000)}` : word
  }
  const civic = file.kind === 'fsu' || base() < 0.09
  const [form, short] = pick<readonly [string, string]>(civic ? CIVIC : BUSINESS)
  const town = pick(TOWNS)
  const raion = pick(RAIONS)
  const stem = town.replace(/[иіаеь]$/, '').toUpperCase()
  const title = civic
    ? `${stem}СЬКА МІСЬКА СПІЛКА ${pick(TOPICS)} «${own()}»`.toUpperCase()
    : `"${own()} ${own()}"`.toUpperCase()
  const later = (file.edition ?? 1) > 1
  const change = n % 30
  const leader = person()
  const other = person()
  const state = pick(STATES)
  return {
    record: `${1_000_000_000_000 + n}${(file.seed ?? 1) % 10}`,
    edrpou: file.kind === 'fsu' && n % 11 === 0 ? '' : String(10_000_000 + n).padStart(8, '0'),
    name: `${form} ${title}${later && change === 0 ? ' «ОНОВЛЕНА»' : ''}${n % 17 === 0 ? ` ${raion.toUpperCase()} РАЙОНУ` : ''}`,
    shortName: `${short} ${title}`,
    form,
    state: later && change === 20 ? 'в стані припинення' : state,
    leader: later && change === 10 ? other : leader,
    town,
    raion,
  }
}

function xmlOf(file: RegisterFile, n: number): string {
  const r = inventedRecord(file, n)
  const more = chance((file.seed ?? 1) * 7_000_003 + n)
  const person = () =>
    `${SURNAMES[Math.floor(more() * SURNAMES.length)]} ${FIRST[Math.floor(more() * FIRST.length)]} ${PATRONYMICS[Math.floor(more() * PATRONYMICS.length)]}`.toUpperCase()
  const address = `16600, Чернігівська обл., ${r.raion.replace('ого', 'ий')} р-н, місто ${r.town}, вул. Незалежності, будинок ${n % 200}`
  const tag = (name: string, value: string) =>
    value === '' ? `<${name}/>` : `<${name}>${escaped(value)}</${name}>`
  if (file.kind === 'fop') {
    const row = tag('FIO', person()) + tag('ADDRESS', address) + tag('KVED', '47.11') + tag('STAN', r.state)
    return file.generation === 1 ? `<RECORD>${row}</RECORD>` : `<SUBJECT>${row}</SUBJECT>`
  }
  const head = tag('NAME', r.name) + tag('SHORT_NAME', r.shortName) + tag('EDRPOU', r.edrpou)
  if (file.generation === 1)
    return `<RECORD>${head}${tag('ADDRESS', address)}${tag('BOSS', r.leader)}${tag('KVED', '94.99 Діяльність інших громадських організацій')}${tag('STAN', r.state)}</RECORD>`
  if (file.generation === 2)
    return `<SUBJECT>${head}${tag('ADDRESS', address)}${tag('BOSS', r.leader)}${tag('KVED', '94.99')}${tag('STAN', r.state)}<FOUNDERS>${tag('FOUNDER', `${person()}, розмір внеску до статутного фонду – 1000,00 грн.`)}${tag('FOUNDER', person())}</FOUNDERS></SUBJECT>`
  const day = `${String((n % 28) + 1).padStart(2, '0')}.0${(n % 9) + 1}.20${10 + (n % 15)}`
  const registration = `${day}; ${day}; ${r.record}`
  const signers = `<SIGNERS>${tag('SIGNER', `${r.leader} - керівник`)}${n % 3 === 0 ? tag('SIGNER', `${person()} - підписант`) : ''}</SIGNERS>`
  const started =
    r.state === 'в стані припинення'
      ? `<TERMINATION_STARTED_INFO>${tag('OP_DATE', day)}${tag('REASON', 'за рішенням засновників')}${tag('SBJ_STATE', r.state)}${tag('SIGNER_NAME', person())}<CREDITOR_REQ_END_DATE/></TERMINATION_STARTED_INFO>`
      : '<TERMINATION_STARTED_INFO/>'
  const exchange = `<EXCHANGE_DATA>${['ДЕРЖАВНА ПОДАТКОВА СЛУЖБА', 'ДЕРЖАВНА СЛУЖБА СТАТИСТИКИ', 'ПЕНСІЙНИЙ ФОНД'].map((who) => `<EXCHANGE_ANSWER>${tag('TAX_PAYER_TYPE', who)}${tag('START_DATE', day)}${tag('START_NUM', String(n * 7))}<END_DATE/><END_NUM/></EXCHANGE_ANSWER>`).join('')}</EXCHANGE_DATA>`
  const people = `<FOUNDERS>${tag('FOUNDER', `${person()}, Україна, ${address}`)}${tag('FOUNDER', `${person()}, Україна, ${address}`)}</FOUNDERS><BENEFICIARIES>${tag('BENEFICIARY', `${person()}, Україна, ${address}`)}</BENEFICIARIES>`
  if (file.kind === 'fsu')
    return `<SUBJECT>${tag('RECORD', r.record)}${tag('EDRPOU', r.edrpou)}${tag('NAME', r.name)}${tag('SHORT_NAME', r.shortName)}${tag('TYPE_SUBJECT', r.form)}<TYPE_BRANCH/>${tag('STAN', r.state)}${tag('FOUNDING_DOCUMENT', 'Статут')}${tag('REGISTRATION', registration)}${people}${signers}<MEMBERS/>${started}${exchange}</SUBJECT>`
  return `<SUBJECT>${tag('RECORD', r.record)}${head}${tag('OPF', r.form)}${tag('STAN', r.state)}<AUTHORIZED_CAPITAL>1000,00</AUTHORIZED_CAPITAL><FOUNDING_DOCUMENT_NUM/>${tag('PURPOSE', n % 4 === 0 ? 'Задоволення соціальних, культурних та інших інтересів громади' : '')}${tag('SUPERIOR_MANAGEMENT', 'Загальні збори')}<STATUTE/>${tag('REGISTRATION', registration)}${tag('MANAGING_PAPER', 'ДІЄ НА ПІДСТАВІ ВЛАСНОГО СТАТУТУ')}<TERMINATED_INFO/><TERMINATION_CANCEL_INFO/><EXECUTIVE_POWER><NAME/><CODE/></EXECUTIVE_POWER>${people}${signers}<MEMBERS/><BRANCHES/><PREDECESSORS/><ASSIGNEES/>${started}<BANKRUPTCY_READJUSTMENT_INFO/>${exchange}</SUBJECT>`
}

/** Ways in which a record is not well-formed; each leaves its neighbours whole. */
const DAMAGE: readonly ((xml: string) => string)[] = [
  (xml) => xml.replace('</NAME>', ''),
  (xml) => xml.replace('</NAME>', '</NAMES>'),
  (xml) => xml.replace('<NAME>', '<NAME>Спілка & друзі '),
  (xml) => xml.replace('<NAME>', '<NAME>&nbsp;'),
  (xml) => xml.replace('<NAME>', '<NAME>\u0001'),
  (xml) => xml.replace(/<\/(SUBJECT|RECORD)>$/, ''),
  (xml) => xml.replace(/<NAME>[^<]*<\/NAME>/, '<NAME/>'),
  (xml) => xml.replace(/^<(SUBJECT|RECORD)>/, ''),
]
export const DAMAGE_KINDS: number = DAMAGE.length

/** One record as it stands in the file. */
export function recordXml(file: RegisterFile, n: number): string {
  const xml = xmlOf(file, n)
  const each = file.damageEach
  return each !== undefined && n % each === each - 1
    ? DAMAGE[Math.floor(n / each) % DAMAGE.length]!(xml)
    : xml
}

const FROM_CYRILLIC = new Map(
  [...new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, i) => i))].map((c, i) => [
    c.charCodeAt(0),
    i,
  ]),
)

export function encodeXml(text: string, encoding: RegisterFile['encoding'] = 'windows-1251'): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8')
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  const bytes = Buffer.allocUnsafe(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = FROM_CYRILLIC.get(text.charCodeAt(i)) ?? 0x3f
  return bytes
}

/** The file in pieces of some hundred kilobytes; no line breaks, as the register writes it. */
export function* registerXml(file: RegisterFile): Generator<Buffer> {
  const encoding = file.encoding ?? 'windows-1251'
  const root = file.root ?? 'DATA'
  if (encoding === 'utf-16le') yield Buffer.from([0xff, 0xfe])
  yield encodeXml(
    `<?xml version="1.0" encoding="${file.declared ?? (encoding === 'utf-16le' ? 'utf-16' : encoding)}"?><${root}>`,
    encoding,
  )
  let held = ''
  for (let n = 0; n < file.count; n++) {
    held += recordXml(file, n)
    if (held.length < 200_000) continue
    yield encodeXml(held, encoding)
    held = ''
  }
  yield encodeXml(`${held}</${root}>`, encoding)
}

export function registerBytes(file: RegisterFile): Buffer {
  return Buffer.concat([...registerXml(file)])
}

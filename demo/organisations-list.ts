/** Invented organisations of all kinds, for the demonstration. */
import { type CivilDate, civilDate } from '../src/kernel/civil-date.ts'
import type {
  ContactKind,
  Facts,
  OrganisationKind,
  OrganisationState,
} from '../src/modules/organisations/types.ts'

export type DemoOrganisation = {
  readonly key: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly short?: string
  readonly en?: string
  /** False: no legal entity, no code. */
  readonly code?: false
  readonly state?: OrganisationState
  readonly purpose?: string
  readonly registered?: CivilDate
  readonly district?: string
  readonly confession?: string
  readonly directions?: readonly string[]
  /** Name, post, first day, last day. */
  readonly officers?: readonly (readonly [string, string, (string | null)?, (string | null)?])[]
  readonly contacts?: readonly (readonly [ContactKind, string, 'public' | 'office'])[]
  readonly body?: Partial<Facts>
}

/** Rough quarters of the city, drawn for the demonstration. */
export const DISTRICTS = [
  {
    name: 'Центр',
    en: 'Centre',
    ring: [
      [31.87, 51.04],
      [31.9, 51.04],
      [31.9, 51.058],
      [31.87, 51.058],
      [31.87, 51.04],
    ],
  },
  {
    name: 'Авангард',
    en: 'Avanhard',
    ring: [
      [31.9, 51.034],
      [31.935, 51.034],
      [31.935, 51.052],
      [31.9, 51.052],
      [31.9, 51.034],
    ],
  },
  {
    name: 'Мигалівка',
    en: 'Myhalivka',
    ring: [
      [31.835, 51.03],
      [31.87, 51.03],
      [31.87, 51.05],
      [31.835, 51.05],
      [31.835, 51.03],
    ],
  },
  {
    name: 'Овдіївка',
    en: 'Ovdiivka',
    ring: [
      [31.87, 51.022],
      [31.9, 51.022],
      [31.9, 51.04],
      [31.87, 51.04],
      [31.87, 51.022],
    ],
  },
  {
    name: 'Магерки',
    en: 'Maherky',
    ring: [
      [31.86, 51.058],
      [31.91, 51.058],
      [31.91, 51.078],
      [31.86, 51.078],
      [31.86, 51.058],
    ],
  },
] as const

const VETERANS = 'Підтримка ветеранів і родин військових'
const DISPLACED = 'Допомога переселенцям'
const CHARITY = 'Соціальний захист і благодійність'
const DISABILITY = 'Права людей з інвалідністю'
const YOUTH = 'Діти та молодь'
const EDUCATION = 'Освіта і наука'
const CULTURE = 'Культура і мистецтво'
const SPORT = 'Спорт і здоров’я'
const GREEN = 'Довкілля і благоустрій'
const RIGHTS = 'Права людини і місцева демократія'
const HISTORY = 'Краєзнавство і пам’ять'
const LABOUR = 'Підприємництво і праця'

const RELIGIOUS = [
  'Липовий Іван Михайлович',
  'Осика Сергій Федорович',
  'Сокирко Данило Єгорович',
  'Кленовий Марко Артемович',
  'Ружа Станіслав Йосипович',
  'Конвалія Адам Пилипович',
]

export const ORGANISATIONS: readonly DemoOrganisation[] = [
  {
    key: 'svitanok',
    kind: 'partyBranch',
    name: 'Чернігівська обласна організація політичної партії «Світанок громади»',
    short: 'ЧОО ПП «Світанок громади»',
    registered: civilDate(2016, 4, 12),
    officers: [['Береза Павло Андрійович', 'Голова обласної організації', '2019-05-11']],
  },
  {
    key: 'svitanokCity',
    kind: 'partyBranch',
    name: 'Ніжинська міська організація політичної партії «Світанок громади»',
    registered: civilDate(2016, 6, 3),
    district: 'Центр',
    officers: [['Калина Оксана Дмитрівна', 'Голова міської організації', '2021-02-01']],
    contacts: [['email', 'nizhyn@svitanok.example', 'public']],
  },
  {
    key: 'lad',
    kind: 'partyBranch',
    name: 'Первинний осередок політичної партії «Земля і лад» у мікрорайоні Авангард',
    code: false,
    district: 'Авангард',
    officers: [['Ярий Микола Степанович', 'Секретар осередку']],
  },
  {
    key: 'ladCity',
    kind: 'partyBranch',
    name: 'Ніжинська міська організація політичної партії «Земля і лад»',
    registered: civilDate(2011, 9, 19),
    state: 'terminating',
    officers: [['Верба Семен Ілліч', 'Голова міської організації', '2014-03-01']],
  },
  {
    key: 'kolo',
    kind: 'partyBranch',
    name: 'Ніжинська міська організація політичної партії «Міське коло»',
    registered: civilDate(2020, 2, 14),
    officers: [
      ['Явір Тетяна Олегівна', 'Голова міської організації', '2020-02-14', '2024-09-30'],
      ['Липа Назар Вікторович', 'Голова міської організації', '2024-10-01'],
    ],
  },
  {
    key: 'rozmai',
    kind: 'ngo',
    name: 'Громадська організація «Ніжинська весна»',
    short: 'ГО «Ніжинська весна»',
    en: 'Nizhyn Blossom NGO',
    purpose: 'Озеленення дворів і парків, догляд за старими деревами, толоки з мешканцями.',
    registered: civilDate(2017, 3, 21),
    district: 'Центр',
    directions: [GREEN, YOUTH],
    officers: [
      ['Коваль Марія Степанівна', 'Голова правління', '2017-03-21', '2025-02-28'],
      ['Лисенко Остап Юрійович', 'Голова правління', '2025-03-01'],
    ],
    contacts: [
      ['email', 'vesna@rozmai.example', 'public'],
      ['phone', '+380 46 310 00 11', 'public'],
      ['site', 'https://rozmai.example', 'public'],
      ['address', 'м. Ніжин, вул. Показова, 7', 'public'],
    ],
  },
  {
    key: 'veterany',
    kind: 'ngo',
    name: 'Ніжинська міська організація ветеранів «Побратими»',
    en: 'Nizhyn Veterans “Brothers in Arms”',
    purpose: 'Допомога ветеранам і родинам загиблих, супровід лікування, навчання.',
    registered: civilDate(2015, 7, 8),
    district: 'Центр',
    directions: [VETERANS, RIGHTS],
    officers: [['Граб Андрій Петрович', 'Голова правління', '2018-04-01']],
    contacts: [['email', 'pobratymy@veterany.example', 'public']],
  },
  {
    key: 'sad',
    kind: 'ngo',
    name: 'Громадська організація «Старий сад»',
    purpose: 'Збереження садиб і забудови ХІХ століття.',
    registered: civilDate(2013, 10, 2),
    district: 'Мигалівка',
    directions: [HISTORY, CULTURE],
    officers: [['Барвінок Ольга Іванівна', 'Голова ради', '2013-10-02']],
  },
  {
    key: 'sadTwin',
    kind: 'ngo',
    name: 'ГО "Старий сад"',
    code: false,
    short: 'ГО «Старий сад»',
    officers: [['Барвінок Ольга Іванівна', 'Голова ради', '2013-10-02']],
    contacts: [['phone', '+380 46 310 00 12', 'public']],
  },
  {
    key: 'pryhulok',
    kind: 'ngo',
    name: 'Громадська організація «Прихисток»',
    purpose: 'Житло, документи й робота для переселенців.',
    registered: civilDate(2022, 5, 16),
    district: 'Авангард',
    directions: [DISPLACED, CHARITY],
    officers: [['Смерека Ганна Львівна', 'Директорка', '2022-05-16']],
    contacts: [['email', 'dim@pryhystok.example', 'public']],
  },
  {
    key: 'krok',
    kind: 'ngo',
    name: 'Громадська організація людей з інвалідністю «Разом крок за кроком»',
    registered: civilDate(2009, 12, 3),
    directions: [DISABILITY, CHARITY],
    officers: [['Терен Лідія Марківна', 'Голова', '2015-01-20']],
  },
  {
    key: 'molod',
    kind: 'ngo',
    name: 'Молодіжна громадська організація «Власний голос»',
    en: 'Youth NGO “Own Voice”',
    registered: civilDate(2019, 11, 11),
    district: 'Центр',
    directions: [YOUTH, RIGHTS, EDUCATION],
    officers: [['Ожина Дарина Сергіївна', 'Президентка', '2023-09-01']],
    contacts: [['social', 'https://social.example/vlasnyi-holos', 'public']],
  },
  {
    key: 'kray',
    kind: 'ngo',
    name: 'Ніжинське краєзнавче товариство «Літопис над Остром»',
    registered: civilDate(1998, 5, 30),
    directions: [HISTORY, EDUCATION],
    officers: [['Тополя Василь Кирилович', 'Голова товариства']],
  },
  {
    key: 'viter',
    kind: 'ngo',
    name: 'Спортивний клуб «Вітер у спиці»',
    registered: civilDate(2018, 8, 17),
    district: 'Магерки',
    directions: [SPORT, YOUTH],
    officers: [['Кедр Богдан Юрійович', 'Голова клубу', '2018-08-17']],
  },
  {
    key: 'dozor',
    kind: 'ngo',
    name: 'Громадська організація «Відкритий кошторис»',
    en: 'Open Estimate NGO',
    purpose: 'Навчання мешканців читати бюджет міста, відкриті дані, громадські експертизи.',
    registered: civilDate(2021, 1, 25),
    directions: [RIGHTS, EDUCATION],
    officers: [['Горобина Юлія Павлівна', 'Голова правління', '2021-01-25']],
    contacts: [['email', 'data@koshtorys.example', 'public']],
  },
  {
    key: 'bdzhola',
    kind: 'ngo',
    name: 'Громадська організація «Товариство пасічників Ніжинщини»',
    registered: civilDate(2004, 4, 5),
    state: 'terminated',
    directions: [LABOUR],
  },
  {
    key: 'union',
    kind: 'ngoUnion',
    name: 'Громадська спілка «Зелене місто»',
    registered: civilDate(2020, 9, 9),
    directions: [GREEN],
    officers: [['Лоза Ірина Тарасівна', 'Голова спілки', '2020-09-09']],
  },
  {
    key: 'ramena',
    kind: 'charity',
    name: 'Благодійний фонд «Дужі рамена»',
    registered: civilDate(2014, 8, 24),
    district: 'Центр',
    directions: [VETERANS, CHARITY],
    officers: [['Дуб Ростислав Олексійович', 'Директор', '2014-08-24']],
    contacts: [['email', 'fond@ramena.example', 'public']],
  },
  {
    key: 'dytyna',
    kind: 'charity',
    name: 'Благодійна організація «Світла дитина»',
    registered: civilDate(2012, 6, 1),
    directions: [YOUTH, CHARITY],
    officers: [['Мальва Софія Миронівна', 'Голова правління', '2016-03-15']],
  },
  {
    key: 'hostynnist',
    kind: 'charity',
    name: 'Благодійне товариство «Гостинний двір»',
    registered: civilDate(2023, 2, 28),
    district: 'Овдіївка',
    directions: [DISPLACED],
    officers: [['Любисток Ігор Захарович', 'Голова', '2023-02-28']],
  },
  ...(
    [
      ['pokrova', 'Релігійна громада парафії Покрови Богородиці', 'Православна церква України', 'Центр'],
      [
        'preobrazhenska',
        'Релігійна громада Преображенської парафії',
        'Українська православна церква',
        'Мигалівка',
      ],
      [
        'svitlo',
        'Церква євангельських християн-баптистів «Світло надії»',
        'Євангельські християни-баптисти',
        'Авангард',
      ],
      [
        'zhyttia',
        'Церква християн віри євангельської «Слово життя»',
        'Християни віри євангельської (п’ятидесятники)',
        'Магерки',
      ],
      ['anna', 'Парафія святої Анни', 'Римсько-католицька церква', 'Центр'],
      ['spas', 'Релігійна громада «Спасівка»', 'Адвентисти сьомого дня', 'Овдіївка'],
    ] as const
  ).map(
    ([key, name, confession, district], i): DemoOrganisation => ({
      key,
      kind: 'religiousCommunity',
      name,
      confession,
      district,
      registered: civilDate(1992 + i * 3, 5, 10 + i),
      ...(key === 'spas' ? { code: false as const } : {}),
      officers: [[RELIGIOUS[i]!, i < 2 ? 'Настоятель' : 'Пастор', `${2006 + i}-01-10`]],
    }),
  ),
  {
    key: 'osvitiany',
    kind: 'tradeUnion',
    name: 'Ніжинська міська організація профспілки освітян',
    registered: civilDate(1996, 3, 3),
    directions: [LABOUR, EDUCATION],
    officers: [['Шипшина Надія Гнатівна', 'Голова', '2010-11-01']],
  },
  {
    key: 'mediky',
    kind: 'tradeUnion',
    name: 'Первинна профспілкова організація медичних працівників',
    code: false,
    directions: [LABOUR, SPORT],
    officers: [['Цикорій Олег Борисович', 'Голова профкому', '2019-10-15']],
  },
  {
    key: 'rada',
    kind: 'tradeUnionAssociation',
    name: 'Ніжинська рада профспілок',
    registered: civilDate(1999, 2, 2),
    directions: [LABOUR],
    officers: [['Ясен Валентина Романівна', 'Голова ради', '2017-06-01']],
  },
  {
    key: 'pero',
    kind: 'creativeUnion',
    name: 'Літературна спілка «Перо над Остром»',
    registered: civilDate(2003, 10, 20),
    directions: [CULTURE],
    officers: [['Чорнобривець Яків Семенович', 'Голова спілки', '2012-05-05']],
  },
  {
    key: 'malyari',
    kind: 'creativeUnion',
    name: 'Спілка художників «Полотно»',
    code: false,
    directions: [CULTURE],
    officers: [['Півонія Зоряна Олексіївна', 'Голова', '2020-01-01']],
  },
  {
    key: 'robotodavtsi',
    kind: 'employersOrganisation',
    name: 'Ніжинська організація роботодавців «Майстерня»',
    registered: civilDate(2008, 7, 7),
    directions: [LABOUR],
    officers: [['Горіх Петро Маркович', 'Президент', '2013-09-01']],
  },
]

const BODY_OFFICERS = [
  'Журавель Людмила Прокопівна',
  'Лелека Степан Онуфрійович',
  'Синиця Віра Захарівна',
  'Шпак Юрій Данилович',
  'Горлиця Марта Федорівна',
]

/** Bodies of self-organisation, each in its district. */
export const BODIES: readonly DemoOrganisation[] = (
  [
    [
      'avanhard',
      'Комітет мікрорайону «Авангард»',
      'microdistrict',
      'Авангард',
      'Вулиці мікрорайону Авангард, будинки 1–48',
    ],
    [
      'myhalivka',
      'Квартальний комітет «Мигалівка»',
      'quarter',
      'Мигалівка',
      'Вулиці Садова, Лугова, Криничана з провулками',
    ],
    ['ovdiivka', 'Вуличний комітет «Овдіївський»', 'street', 'Овдіївка', 'Вулиця Овдіївська з провулками'],
    ['tsentr', 'Будинковий комітет «Затишок»', 'house', 'Центр', 'Будинки 3, 5 і 7 на вулиці Показовій'],
    ['maherky', 'Квартальний комітет «Магерки»', 'quarter', 'Магерки', 'Вулиці Лісова, Сінна, Млинова'],
  ] as const
).map(
  ([key, name, bodyKind, district, territory], i): DemoOrganisation => ({
    key,
    kind: 'selfOrganisationBody',
    name,
    district,
    ...(i % 2 === 1 ? { code: false as const } : {}),
    directions: [GREEN],
    officers: [[BODY_OFFICERS[i]!, 'Голова комітету', '2021-03-01']],
    contacts: [['phone', `+380 46 310 01 0${i + 1}`, 'public']],
    body: {
      bodyKind,
      territory,
      permit: `№ ${12 + i}-5/2021 (показове)`,
      permittedOn: '2021-02-18',
      legalisation: i % 2 === 1 ? 'notification' : 'registration',
      legalisedOn: '2021-04-02',
      termFrom: '2021-03-01',
      termUntil: i === 2 ? '2025-10-31' : '2027-10-31',
      reportedOn: i === 3 ? null : '2026-02-10',
    },
  }),
)

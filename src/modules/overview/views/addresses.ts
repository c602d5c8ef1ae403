/** Where the pages of other modules stand: in one place, and a test opens each of them. */
import type { Locale } from '../../../kernel/texts.ts'
import { localPath } from '../../../platform/http/route.ts'
import type { Published } from '../types.ts'

/** Public addresses of a programme in the reader's language. */
export function publicPages(locale: Locale, slug: string) {
  const at = (rest: string) => localPath(locale, `/programmes/${slug}${rest}`)
  return {
    programme: at(''),
    text: at('/text'),
    textFile: (format: 'docx' | 'pdf') => at(`/text.${format}`),
    measures: at('#measures'),
    measure: (number: string) => at(`/measures/${encodeURIComponent(number)}`),
    yearFile: (year: number) => at(`/year/${year}?format=csv`),
    calendar: at('/duties.ics'),
    money: at('/money'),
    reports: at('/reports'),
    report: (r: Pick<Published, 'kind' | 'year' | 'quarter'>) =>
      at(`/reports/${r.kind === 'final' ? 'final' : r.year}${r.quarter === null ? '' : `/${r.quarter}`}`),
  } as const
}

/** Public addresses that stand beside programmes. */
export function sitePages(locale: Locale) {
  const at = (path: string) => localPath(locale, path)
  return {
    home: at('/'),
    about: at('/about'),
    evidence: at('/evidence'),
    evidenceOf: (id: string) => at(`/evidence/${id}`),
    evidenceFeed: at('/evidence.atom'),
    reportsFeed: at('/reports.atom'),
    data: at('/data'),
    dates: at('/dates'),
    accessibility: at('/accessibility'),
    search: at('/search'),
    events: at('/events'),
    hearings: at('/hearings'),
    news: at('/news'),
    newsFeed: at('/news.atom'),
    organisations: at('/organisations'),
    represent: at('/represent'),
    follow: at('/follow'),
  } as const
}

export const SIGN_IN = '/office/sign-in'

/** Addresses of the office. */
export const office = {
  duties: '/office/duties',
  lateDuties: '/office/duties?state=overdue',
  duty: (id: string) => `/office/duties/${id}`,
  record: '/office/evidence/new',
  recordFor: (dutyId: string) => `/office/evidence/new?duty=${dutyId}`,
  evidence: '/office/evidence',
  evidenceOf: (id: string) => `/office/evidence/${id}`,
  reports: '/office/reports',
  report: (id: string) => `/office/reports/${id}`,
  consolidated: '/office/consolidated',
  consolidatedOf: (id: string) => `/office/consolidated/${id}`,
  schedule: (measureId: string) => `/office/measures/${measureId}/schedule`,
  measure: (id: string) => `/office/measures/${id}`,
  unit: (id: string) => `/office/units/${id}`,
  import: '/office/programmes/new',
  draft: (id: string) => `/office/programmes/drafts/${id}`,
  proposals: '/office/programmes/proposals',
  outbox: '/office/outbox',
  mailing: (id: string) => `/office/outbox/${id}`,
  money: '/office/money',
  commitments: '/office/money/commitments',
  commitment: (id: string) => `/office/money/commitments/${id}`,
  payFor: (commitmentId: string) => `/office/money/payments/new?commitment=${commitmentId}`,
  year: (year: number) => `/office/year/${year}`,
  people: '/office/people',
  journal: '/office/record',
} as const

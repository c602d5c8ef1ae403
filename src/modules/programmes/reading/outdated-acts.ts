/** Acts that programmes cite and that are no longer in force. Data: add a row, touch no code. */
import type { Verified } from '../../../legal-time/source.ts'

export type OutdatedAct = {
  /** Number as cited, in Latin Roman figures. */
  readonly number: string
  /** Year of adoption, to tell apart acts of one number. */
  readonly year: number
  readonly name: string
  /** Patterns of the number in folded text. */
  readonly pattern: RegExp
  /** Folded words of the name, one of which must stand near the number; or the name alone is enough. */
  readonly names: RegExp
  /** The name alone shows the act, for no act in force has it. */
  readonly nameIsEnough: boolean
  /** First day on which it was no longer in force. */
  readonly notInForceFrom: string
  readonly successor: { readonly number: string; readonly name: string } | null
  readonly url: string
  readonly verified: Verified
}

export const OUTDATED_ACTS: readonly OutdatedAct[] = [
  {
    number: '2460-XII',
    year: 1992,
    name: 'Закон України «Про об’єднання громадян»',
    pattern: /2460\s?-\s?[xхivі]+/,
    names: /про об’єднання громадян/,
    nameIsEnough: true,
    notInForceFrom: '2013-01-01',
    successor: { number: '4572-VI', name: 'Закон України «Про громадські об’єднання»' },
    url: 'https://zakon.rada.gov.ua/laws/show/4572-17',
    verified: 'L',
  },
  {
    number: '367',
    year: 2006,
    name: 'Методичні рекомендації щодо порядку розроблення регіональних цільових програм (наказ Мінекономіки від 04.12.2006 № 367)',
    pattern:
      /04\.12\.2006\s?(?:р(?:оку|\.)?)?,?\s?№?\s?367|4 грудня 2006 (?:року|р\.)\s?№?\s?367|№\s?367(?!\d)/,
    names: /методичн\S+ рекомендац|мінекономік|міністерств\S+ економіки/,
    nameIsEnough: false,
    notInForceFrom: '2019-01-16',
    successor: null,
    url: 'https://ts.lica.com.ua/index.php/1/text/993672',
    verified: 'P',
  },
]

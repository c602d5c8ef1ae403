/** How a page of an official document is laid out. Every measure is a setting with its source. */

export type Verified = 'L' | 'P' | 'M' | 'house'

/**
 * `verified`: L – read in the full text of the act; P – read in the opening of a public page;
 * M – not verified against a text, so a city should compare it with its own copy of the standard;
 * house – our choice where the standard is silent.
 */
export type Setting<T> = { readonly value: T; readonly source: string; readonly verified: Verified }

export type PageNumberPlace = 'topCentre' | 'topEnd' | 'bottomCentre' | 'none'

export type HeadingPlace = 'left' | 'centre'

export type Layout = {
  /** Millimetres. */
  readonly marginLeft: number
  readonly marginRight: number
  readonly marginTop: number
  readonly marginBottom: number
  readonly fontFamily: string
  /** Points. */
  readonly fontSize: number
  readonly tableFontSize: number
  /** For notes and the executor's line. */
  readonly smallFontSize: number
  /** Multiples of a single line. */
  readonly textSpacing: number
  readonly requisiteSpacing: number
  /** Millimetres from the left margin. */
  readonly firstLineIndent: number
  readonly addresseeIndent: number
  /** Where «Про …» stands: at the left margin in the left half, or across the page. */
  readonly headingPlace: HeadingPlace
  readonly pageNumberPlace: PageNumberPlace
  /** The first page that bears its number. */
  readonly pageNumberFrom: number
}

export type LayoutSettings = { readonly [K in keyof Layout]: Setting<Layout[K]> }

const DSTU_2003 = 'ДСТУ 4163-2003'
const DSTU_2020 = 'ДСТУ 4163:2020'

function setting<T>(value: T, source: string, verified: Verified): Setting<T> {
  return { value, source, verified }
}

/** In force since 01.09.2021 (order 144 of УкрНДНЦ of 01.07.2020), for paper and electronic documents. */
export const DSTU_4163: LayoutSettings = {
  marginLeft: setting(30, `${DSTU_2003}; ${DSTU_2020}`, 'M'),
  marginRight: setting(10, `${DSTU_2003}; ${DSTU_2020}`, 'M'),
  marginTop: setting(20, `${DSTU_2003}; ${DSTU_2020}`, 'M'),
  marginBottom: setting(20, `${DSTU_2003}; ${DSTU_2020}`, 'M'),
  fontFamily: setting('Times New Roman', DSTU_2020, 'M'),
  fontSize: setting(14, `${DSTU_2003}: 12–14 pt`, 'P'),
  tableFontSize: setting(11, `${DSTU_2020}: 8–12 pt in parts of the text`, 'M'),
  smallFontSize: setting(10, `${DSTU_2020}: 8–12 pt for the executor and notes`, 'M'),
  textSpacing: setting(1.5, `${DSTU_2003}: 1.5 on A4; ${DSTU_2020}: 1–1.5`, 'P'),
  requisiteSpacing: setting(1, `${DSTU_2003}: 1 inside a requisite`, 'P'),
  firstLineIndent: setting(10, `${DSTU_2020}: 10 mm from the left margin`, 'M'),
  addresseeIndent: setting(90, `${DSTU_2020}: 90 mm from the left margin`, 'M'),
  headingPlace: setting<HeadingPlace>('left', `${DSTU_2003}: from the left margin`, 'M'),
  pageNumberPlace: setting<PageNumberPlace>('topCentre', DSTU_2020, 'M'),
  pageNumberFrom: setting(2, DSTU_2020, 'M'),
}

/** The values of the settings, with what a city has overridden. */
export function layoutOf(settings: LayoutSettings, overrides: Partial<Layout> = {}): Layout {
  return {
    marginLeft: settings.marginLeft.value,
    marginRight: settings.marginRight.value,
    marginTop: settings.marginTop.value,
    marginBottom: settings.marginBottom.value,
    fontFamily: settings.fontFamily.value,
    fontSize: settings.fontSize.value,
    tableFontSize: settings.tableFontSize.value,
    smallFontSize: settings.smallFontSize.value,
    textSpacing: settings.textSpacing.value,
    requisiteSpacing: settings.requisiteSpacing.value,
    firstLineIndent: settings.firstLineIndent.value,
    addresseeIndent: settings.addresseeIndent.value,
    headingPlace: settings.headingPlace.value,
    pageNumberPlace: settings.pageNumberPlace.value,
    pageNumberFrom: settings.pageNumberFrom.value,
    ...overrides,
  }
}

/** The usual layout: ДСТУ 4163:2020 as set above. */
export const officialLayout: Layout = layoutOf(DSTU_4163)
/** For long reports with tables, where 1.5 spacing only adds pages: still within the standard's 1–1.5. */
export const reportLayout: Layout = layoutOf(DSTU_4163, {
  textSpacing: 1.15,
  fontSize: 12,
  tableFontSize: 10,
})

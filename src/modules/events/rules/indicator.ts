/** What one event adds to an indicator of its measure: people, organisations, or the event itself. */

export type EventFigures = { readonly participants: number; readonly organisations: number }

/**
 * By the indicator's unit of measurement: «осіб» counts people, «організацій» organisations, «заходів», «одиниць»,
 * «днів» the event. Null where the unit says nothing of an event, and for indicators of money, share or effect.
 */
export function factOfIndicator(
  indicator: { readonly unitName: string; readonly kind: string },
  figures: EventFigures,
): number | null {
  if (indicator.kind !== 'output') return null
  const unit = indicator.unitName.trim().toLowerCase()
  if (/^(ос\.|осіб|особ|люд|учасник|чол)/.test(unit)) return figures.participants
  if (/^(організац|осеред)/.test(unit)) return figures.organisations
  return /^(од(\.|ин)|шт|захід|захо|под[іi]|дн|день|раз|зустріч|засідан)/.test(unit) ? 1 : null
}

/** From values to places in a picture. */

/** Straight: `domain` onto `range`; a domain of one value lies at the beginning of the range. */
export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): (value: number) => number {
  const span = domain[1] - domain[0]
  const factor = span === 0 ? 0 : (range[1] - range[0]) / span
  return (value) => range[0] + (value - domain[0]) * factor
}

/** `count` columns of one width over `width`. @param inner share of a step between two, @param outer before the first and after the last */
export function bands(count: number, width: number, { inner, outer }: { inner: number; outer: number }) {
  const step = width / Math.max(1, count - inner + outer * 2)
  const start = (width - step * (count - inner)) / 2
  return { at: (index: number) => start + step * index, bandwidth: step * (1 - inner) }
}

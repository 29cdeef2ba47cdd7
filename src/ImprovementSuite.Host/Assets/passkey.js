// A form that makes or uses a passkey: the server says what is to be signed, the browser signs it, the form takes it back.
const supported = 'PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential

for (const form of supported ? document.querySelectorAll('form[data-passkey]') : []) {
  const say = (words) => {
    const error = form.querySelector('[data-passkey-error]')
    error.textContent = words
    error.hidden = false
  }
  form.hidden = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const address = new URL(form.action)
    address.searchParams.set('handler', 'PasskeyOptions')
    const token = new FormData()
    token.set('__RequestVerificationToken', form.elements.__RequestVerificationToken.value)
    try {
      const answer = await fetch(address, { method: 'POST', body: token })
      if (!answer.ok) throw new Error(answer.statusText)
      const options = await answer.json()
      const credential =
        form.dataset.passkey === 'create'
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
      form.elements.credential.value = JSON.stringify(credential)
      form.submit()
    } catch {
      say('The passkey was not used. Try again, or choose another way.')
    }
  })
}

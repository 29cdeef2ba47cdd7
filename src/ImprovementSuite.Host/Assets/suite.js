// Every page works without this file. It adds what GOV.UK Frontend's components do better with script.
import { Button, ErrorSummary, SkipLink, createAll } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')

createAll(Button, { preventDoubleClick: true })
createAll(ErrorSummary)
createAll(SkipLink)

// What folds on a phone comes unfolded, so that it is there without this.
if (matchMedia('(max-width: 40.0525em)').matches)
  for (const details of document.querySelectorAll('details[data-folds-on-phone]')) details.open = false

// A reason that only some answers need comes open, so that it is there without this. Here it follows the answer that needs it.
for (const reason of document.querySelectorAll('[data-reason-for]')) {
  const answers = [...document.querySelectorAll(`input[name="${reason.dataset.reasonFor}"]`)]
  const follow = () => {
    const chosen = answers.find((answer) => answer.checked && answer.dataset.reason)
    reason.hidden = !chosen
    if (!chosen) return
    reason.querySelector('label').textContent = chosen.dataset.reason
    chosen.parentElement.after(reason)
  }
  for (const answer of answers) answer.addEventListener('change', follow)
  follow()
}
// What is being worked on in the background is looked at again, until the page says that it is done.
const pause = 700
const renew = async (part) => {
  const answer = await fetch(location.href)
  const now = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id)
  if (!now) return
  part.replaceChildren(...now.childNodes)
  if (now.hasAttribute('data-renews')) setTimeout(renew, pause, part)
}
for (const part of document.querySelectorAll('[data-renews]')) setTimeout(renew, pause, part)

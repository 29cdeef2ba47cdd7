// Every page works without this file. It adds what GOV.UK Frontend's components do better with script.
import { Button, ErrorSummary, NotificationBanner, SkipLink, createAll } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported')

createAll(Button, { preventDoubleClick: true })
createAll(ErrorSummary)
createAll(NotificationBanner)
createAll(SkipLink)

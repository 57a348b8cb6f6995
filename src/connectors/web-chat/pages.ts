import type { SiteVisit } from '#connectors/_contract/connector.ts'
import type { Language } from '#platform/text.ts'
import { whenOpen } from './hours.ts'
import { settingsOf, TEXT_MAX } from './settings.ts'
import { WORDS } from './words.ts'

type Name = keyof typeof WORDS

/** The window that the widget opens: this desk's own page, with no script or style in itself. */
export function framePage(
  { account, timeZone, now, query }: SiteVisit,
  language: Language,
): string {
  const { hours, keepDays } = settingsOf(account)
  const say = speak(language, { site: account.handle, days: String(keepDays) })
  const open = whenOpen(hours, now, timeZone, language)
  const words = Object.fromEntries((Object.keys(WORDS) as Name[]).map((name) => [name, say(name)]))
  const config = { words, language, textMax: TEXT_MAX }
  return `<!doctype html>
<html lang="${language}"${themeIn(query)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escaped(say('window'))}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="frame.css">
<script type="application/json" id="config">${JSON.stringify(config).replaceAll('<', '\\u003c')}</script>
<script src="frame.js" defer></script>
</head>
<body>
<header>
<div><h1>${escaped(account.handle)}</h1>
${open ? `<p id="hours" class="${open.open ? 'here' : 'away'}">${escaped(open.sentence)}</p>` : ''}</div>
<button type="button" id="close" class="icon" aria-label="${escaped(say('close'))}"><svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18"/></svg></button>
</header>
<main>
<div id="log" role="log" aria-live="polite" aria-label="${escaped(say('conversation'))}" tabindex="0">
<p class="hello">${escaped(say('hello'))}</p>
<ol id="messages"></ol>
</div>
<form id="card" class="card" hidden novalidate>
<p>${escaped(say('who'))}</p>
<div class="fields"><label>${escaped(say('name'))}<input id="name" name="name" autocomplete="name" maxlength="80"></label>
<label>${escaped(say('email'))}<input id="email" name="email" type="email" autocomplete="email" maxlength="200" aria-describedby="wrong"></label></div>
<p id="wrong" class="bad" role="alert"></p>
<div class="row"><button type="submit" class="plain">${escaped(say('tell'))}</button><button type="button" id="not-now" class="quiet">${escaped(say('notNow'))}</button></div>
</form>
<p id="note" class="note" role="status"></p>
<form id="form">
<label for="text" class="unseen">${escaped(say('message'))}</label>
<textarea id="text" rows="2" placeholder="${escaped(say('message'))}" aria-describedby="note" enterkeyhint="send"></textarea>
<button type="submit" id="send">${escaped(say('send'))}</button>
</form>
<details id="privacy"><summary>${escaped(say('privacy'))}</summary>
<p id="kept">${escaped(say('kept'))}</p>
<div id="erasing" hidden><button type="button" id="erase" class="quiet">${escaped(say('erase'))}</button>
<div id="sure" hidden><p>${escaped(say('eraseSure'))}</p><div class="row"><button type="button" id="erase-yes" class="plain">${escaped(say('eraseYes'))}</button><button type="button" id="erase-no" class="quiet">${escaped(say('eraseNo'))}</button></div></div></div>
</details>
</main>
</body>
</html>
`
}

/** A page of this desk with the widget on it, for whoever has just connected it. */
export function tryPage({ account }: SiteVisit, language: Language): string {
  const say = speak(language, { site: account.handle })
  const other = language === 'fr' ? 'en' : 'fr'
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escaped(say('tryTitle'))}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="try.css">
<script src="widget.js" data-language="${language}" data-from="here" defer></script>
</head>
<body><main>
<h1>${escaped(say('tryTitle'))}</h1>
<p>${escaped(say('tryLead'))}</p>
<p><a href="?lang=${other}" hreflang="${other}" lang="${other}">${escaped(say('tryOther'))}</a></p>
</main></body>
</html>
`
}

/** Light or dark where the page wants one; else as the visitor's system is. */
function themeIn(query: URLSearchParams): string {
  const theme = query.get('theme')
  return theme === 'light' || theme === 'dark' ? ` data-theme="${theme}"` : ''
}

const speak = (language: Language, params: Record<string, string>) => (name: Name) =>
  WORDS[name][language].replace(/\{(\w+)\}/g, (hole, key: string) => params[key] ?? hole)

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

import type { Image } from '#connectors/_contract/connector.ts'
import { type Language, say, type Text } from '#platform/text.ts'
import type { Leaving } from './leave.ts'
import type { MailingRow } from './tables.ts'

export const CSP =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Where somebody leaves a list: looking changes nothing, the button does. */
export function leavePage({ company, language, hasLeft }: Leaving, token: string): string {
  const title = say(hasLeft ? done : ask, language, { company })
  const button = hasLeft
    ? ''
    : `<form method="post" action="/u/${token}"><button>${say(leaveWords, language)}</button></form>`
  return page(language, title, `<h1>${escaped(title)}</h1>${button}`)
}

export const unknownPage = (language: Language): string =>
  page(language, say(unknownWords, language), `<h1>${say(unknownWords, language)}</h1>`)

/** A letter as anybody may read it on the web. */
export function letterPage(
  { id, subject, body }: MailingRow,
  images: Image[],
  { name, language }: { name: string; language: Language },
): string {
  const paragraphs = body
    .split(/\n{2,}/)
    .map((words) => `<p>${escaped(words).replaceAll('\n', '<br>')}</p>`)
  const pictures = images.map(
    ({ alt, width, height }, index) =>
      `<p><img src="/letters/${id}/pictures/${index}" alt="${escaped(alt)}" width="${width}" height="${height}"></p>`,
  )
  const content = [`<h1>${escaped(subject)}</h1>`, ...paragraphs, ...pictures]
  return page(language, subject, [...content, `<p class="small">${escaped(name)}</p>`].join('\n'))
}

const ask: Text = {
  en: 'Stop receiving the letters of {company}?',
  fr: 'Ne plus recevoir les lettres de {company} ?',
}
const leaveWords: Text = { en: 'Unsubscribe', fr: 'Se désabonner' }
const done: Text = {
  en: 'You are unsubscribed: {company} will no longer write to you.',
  fr: 'Vous êtes désabonné : {company} ne vous écrira plus.',
}
const unknownWords: Text = {
  en: 'This address is on no list.',
  fr: 'Cette adresse ne figure sur aucune liste.',
}

function page(language: Language, title: string, content: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>
body { margin: 0; font: 1rem/1.6 system-ui, sans-serif; background: light-dark(#fbf9f5, #0e1217); color: light-dark(#1b1f29, #ece9e4) }
main { max-width: 36rem; margin: 0 auto; padding: 2rem 1rem 3rem }
h1 { font: 500 1.75rem/1.2 Georgia, serif; margin: 0 0 1rem; border-top: 2px solid; padding-top: 1rem }
img { max-width: 100%; height: auto }
button { font: inherit; padding: .6rem 1.2rem; border: 1px solid; border-radius: 4px; background: none; color: inherit; cursor: pointer }
.small { font-size: .875rem; color: light-dark(#5f636c, #9f9b93) }
</style>
</head>
<body><main>${content}</main></body>
</html>
`
}

const escaped = (words: string) =>
  words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

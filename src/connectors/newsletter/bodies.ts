import type { Account, LetterFor } from '#connectors/_contract/connector.ts'
import { settingsOf } from './account.ts'
import { text as rules } from './text.ts'

export const pictureName = (index: number) => `picture-${index + 1}@vigie`

const words = {
  en: { leave: 'Unsubscribe', why: 'You receive this letter because you asked for it.' },
  fr: { leave: 'Se désabonner', why: 'Vous recevez cette lettre parce que vous l’avez demandée.' },
}

/** The same letter twice: as plain text, and as HTML that loads nothing from anywhere. */
export function bodiesOf(account: Account, letter: LetterFor): { text: string; html: string } {
  const { sender } = settingsOf(account)
  const language = letter.language?.startsWith('en') ? 'en' : 'fr'
  const { leave, why } = words[language]
  const described = letter.images.flatMap(({ alt }) => (alt ? [`[${alt}]`] : []))
  const foot = [why, `${leave}${language === 'fr' ? '\u00a0' : ''}: ${letter.unsubscribe}`, sender]
  const paragraphs = letter.text.split(/\n{2,}/).map(paragraph)
  const pictures = letter.images.map(
    ({ alt, width, height }, index) =>
      `<p><img src="cid:${pictureName(index)}" alt="${escaped(alt)}" width="${Math.min(width, 560)}" height="${Math.round((height * Math.min(width, 560)) / width)}" style="max-width:100%;height:auto"></p>`,
  )
  return {
    text: [letter.text, ...described, `-- \n${foot.filter(Boolean).join('\n')}`].join('\n\n'),
    html: `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(letter.subject)}</title></head>
<body style="margin:0;padding:24px 16px;font:16px/1.5 Georgia,serif;color:#1b1f29;background:#ffffff">
<div style="max-width:560px;margin:0 auto">
${[...paragraphs, ...pictures].join('\n')}
<hr style="border:0;border-top:1px solid #c9c5bd;margin:32px 0 12px">
<p style="font-size:13px;color:#5f636c">${escaped(why)} <a href="${escaped(letter.unsubscribe)}" style="color:#5f636c">${leave}</a><br>${escaped(sender)}</p>
</div></body></html>`,
  }
}

/** A few words twice, as an answer from person to person: no foot, no list. */
export function plainBodies(words: string, language = 'fr'): { text: string; html: string } {
  const body = words
    .split(/\n{2,}/)
    .map(paragraph)
    .join('\n')
  return {
    text: words,
    html: `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8"></head><body>${body}</body></html>`,
  }
}

function paragraph(words: string): string {
  let html = ''
  let at = 0
  for (const { start, end, value } of rules.spans(words)) {
    const link = escaped(value)
    html += `${escaped(words.slice(at, start))}<a href="${link}" style="color:#0b57d0">${link}</a>`
    at = end
  }
  html += escaped(words.slice(at))
  return `<p>${html.replaceAll('\n', '<br>')}</p>`
}

function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

import type { Language } from '#platform/text.ts'

/** A piece of page whose text has been escaped. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | Html[] | string | number

/** Writes HTML; every value put in is escaped, except what is already HTML. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.map((string, i) => string + shown(parts[i])).join(''))
}

function shown(part: Part | undefined): string {
  if (part === undefined) return ''
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map((one) => one.text).join('')
  return escaped(String(part))
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

/** A text with its links made links: only http and https, never followed by search engines. */
export function linked(text: string): Html {
  const parts = text.split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])/g)
  return new Html(
    parts
      .map((part, i) =>
        i % 2
          ? `<a rel="nofollow ugc noopener" href="${escaped(part)}">${escaped(part)}</a>`
          : escaped(part),
      )
      .join(''),
  )
}

/** A whole page of the practice network, labelled as such. */
export function page(language: Language, title: string, body: Html): string {
  const label =
    language === 'fr'
      ? 'Réseau d’entraînement — rien ici n’est réel'
      : 'Practice network — nothing here is real'
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <p class="label">${label}</p>
        <main>${body}</main>
      </body>
    </html> `.text
}

const style = `
:root { color-scheme: light dark; --ink: #1c1a17; --dim: #5f5a52; --paper: #faf8f4; --rule: #ddd7cc; --link: #1f4e79; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece8e1; --dim: #a8a196; --paper: #171513; --rule: #38342f; --link: #9cc3ea; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 600px; margin: 0 auto; padding: 24px 16px 64px; }
.label { margin: 0; padding: 8px 16px; text-align: center; font-size: 13px; border-bottom: 1px solid var(--rule); color: var(--dim); }
h1 { margin: 0; font-size: 24px; line-height: 1.25; }
.dim { color: var(--dim); font-size: 14px; }
article { padding: 16px 0; border-top: 1px solid var(--rule); overflow-wrap: anywhere; }
article.reply { padding-left: 24px; }
article p { margin: 4px 0; white-space: pre-line; }
.images { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 4px; margin: 8px 0; }
.images img { width: 100%; height: auto; display: block; border-radius: 4px; }
.images video { width: 100%; height: auto; display: block; border-radius: 4px; background: #000; }
.images.square img { aspect-ratio: 1; object-fit: cover; }
a { color: var(--link); }
`

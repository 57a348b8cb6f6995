import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Site, SitePage, SiteVisit } from '#connectors/_contract/connector.ts'
import type { Language } from '#platform/text.ts'
import { framePage, tryPage } from './pages.ts'
import { inkOn } from './color.ts'
import { settingsOf, TEXT_MAX } from './settings.ts'
import { WORDS } from './words.ts'

/** What runs in the visitor's browser; read once. */
const fileOf = (name: string) =>
  readFileSync(path.join(import.meta.dirname, 'browser', name), 'utf8')
const FILES = {
  widget: fileOf('widget.js'),
  frame: fileOf('frame.js'),
  style: fileOf('frame.css'),
  tryStyle: fileOf('try.css'),
}

const SCRIPT = 'text/javascript; charset=utf-8'
const STYLE = 'text/css; charset=utf-8'
const HTML = 'text/html; charset=utf-8'

/** The widget: one script for the company's pages, and the frame that it opens, which is this desk's own. */
export const site: Site = {
  rules(account) {
    const { origins, keepDays } = settingsOf(account)
    return { origins, keepDays, textMax: TEXT_MAX }
  },
  form(account) {
    const { origins, language, hoursWritten, color, keepDays } = settingsOf(account)
    return {
      key: account.remoteId,
      name: account.handle,
      origins: origins.join('\n'),
      language,
      hours: hoursWritten,
      color,
      keepDays: String(keepDays),
    }
  },
  embed: (_account, base) => ({
    line: `<script src="${base}/widget.js" defer></script>`,
    tryUrl: `${base}/try`,
  }),
  serve(name, visit) {
    const serve = Object.hasOwn(PAGES, name) ? PAGES[name] : undefined
    return serve ? serve(visit) : null
  },
}

const PAGES: Record<string, (visit: SiteVisit) => SitePage> = {
  'widget.js': (visit) => ({ kind: 'script', type: SCRIPT, body: widgetFor(visit) }),
  frame: (visit) => ({ kind: 'frame', type: HTML, body: framePage(visit, spoken(visit)) }),
  try: (visit) => ({ kind: 'page', type: HTML, body: tryPage(visit, spoken(visit)) }),
  'frame.js': () => ({ kind: 'part', type: SCRIPT, body: FILES.frame }),
  'frame.css': ({ account }) => {
    const { color } = settingsOf(account)
    const own = `:root{--brand:${color};--on-brand:${inkOn(color)}}\n`
    return { kind: 'part', type: STYLE, body: own + FILES.style }
  },
  'try.css': () => ({ kind: 'part', type: STYLE, body: FILES.tryStyle }),
}

/** As the page asks, else as the company chose, else as the browser wishes. */
function spoken({ query, account, language }: SiteVisit): Language {
  const asked = query.get('lang')
  if (asked === 'fr' || asked === 'en') return asked
  const chosen = settingsOf(account).language
  return chosen === 'page' ? language : chosen
}

/** The script with what this account needs of it. Where it may not show, it says so to whoever looks for the reason. */
function widgetFor({ account, base, askedBy }: SiteVisit): string {
  if (askedBy === 'other') {
    const why =
      'Vigie: this website is not among the addresses of the chat. Add it in Vigie, under Connected accounts.'
    return `console.warn(${JSON.stringify(why)})\n`
  }
  const { color, language } = settingsOf(account)
  const inEach = (of: (language: Language) => object) => ({ en: of('en'), fr: of('fr') })
  const settings = {
    base,
    color,
    ink: inkOn(color),
    language,
    words: inEach((one) => ({
      open: WORDS.open[one],
      unread: WORDS.openUnread[one],
      window: WORDS.window[one].replace('{site}', () => account.handle),
    })),
  }
  return FILES.widget.replace("'SETTINGS'", () => JSON.stringify(settings))
}

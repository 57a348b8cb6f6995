import type { FetchInit } from '#connectors/_contract/connector.ts'
import { htmlToText } from '#connectors/_contract/html-text.ts'
import type { NetworkDouble, SeenPost } from '#connectors/_contract/suite/kit.ts'
import { answerOf, recordings } from '#connectors/_contract/suite/recorded.ts'
import type { Clock } from '#platform/clock.ts'

const heard = recordings(import.meta.dirname)

export const theirWiki = 'https://wiki.example'
export const goodFields = { login: 'Morel@vigie', password: 'a1b2c3d4e5f6', page: 'Journal' }
const api = '/w/api.php'
const us = 'Morel'

interface Revision {
  id: number
  parent: number
  title: string
  user: string
  comment: string
  content: string
  at: Date
}

type Body = Record<string, unknown>
type Asked = Record<string, string>

/**
 * A wiki in memory: pages, their talk pages, and every revision of them. Answers have the shape of those recorded
 * from MediaWiki 1.39 (`mediawiki.real.test.ts`).
 */
export function mediawikiDouble(clock: Clock): NetworkDouble {
  const revisions: Revision[] = []
  const sessions = new Set<string>()
  let made = 0

  const latest = (title: string) => revisions.findLast((one) => one.title === title)

  function write(title: string, user: string, comment: string, content: string): Revision {
    const parent = latest(title)?.id ?? 0
    const revision = { id: ++made, parent, title, user, comment, content, at: clock.now() }
    revisions.push(revision)
    return revision
  }

  const answers: Record<string, (asked: Asked) => Response> = {
    'query meta=siteinfo|userinfo': () => json(about()),
    'query list=usercontribs': (asked) => json(contributions(asked)),
    'query list=watchlist': (asked) => json(watchlist(asked)),
    'query prop=revisions': (asked) => json(contents(asked)),
    'query prop=info': ({ titles = '' }) =>
      json({ query: { pages: [{ title: titles, associatedpage: `Talk:${titles}` }] } }),
    'parse prop=sections|revid': ({ page = '' }) => sections(page),
    edit,
    upload: ({ filename = '' }) => filled('post-upload', 'upload', { filename }),
  }

  function about(): Body {
    const recorded = heard('get-query-siteinfo-userinfo').body as { query: Body }
    const general = { ...(recorded.query['general'] as Body), server: theirWiki }
    return { ...recorded, query: { ...recorded.query, general } }
  }

  function contributions({ ucend = '' }: Asked): Body {
    const ours = revisions.filter(({ user, at }) => user === us && at.toISOString() >= ucend)
    const usercontribs = ours.toReversed().map(({ id, title, at, comment }) => ({
      revid: id,
      ns: title.startsWith('Talk:') ? 1 : 0,
      title,
      timestamp: second(at),
      comment,
    }))
    return { query: { usercontribs } }
  }

  function watchlist({ wlcontinue, wllimit = '10' }: Asked): Body {
    const most = Number(wllimit)
    const before = Number(wlcontinue ?? Number.POSITIVE_INFINITY)
    const theirs = revisions.filter(({ user, id }) => user !== us && id <= before).toReversed()
    const shown = theirs.slice(0, most).map(({ id, parent, title, user, at }) => ({
      type: 'edit',
      ns: title.startsWith('Talk:') ? 1 : 0,
      title,
      revid: id,
      old_revid: parent,
      user,
      userid: 7,
      timestamp: second(at),
    }))
    const next = theirs[most]
    return {
      query: { watchlist: shown },
      ...(next ? { continue: { wlcontinue: String(next.id) } } : {}),
    }
  }

  function contents({ revids, titles }: Asked): Body {
    const wanted = revids?.split('|').map(Number) ?? [latest(titles ?? '')?.id]
    const pages = revisions
      .filter(({ id }) => wanted.includes(id))
      .map(({ id, parent, title, content }) => ({
        title,
        revisions: [{ revid: id, parentid: parent, slots: { main: { content } } }],
      }))
    return { query: { pages } }
  }

  function sections(page: string): Response {
    const now = latest(page)
    if (!now) return error('missingtitle', "The page you specified doesn't exist.")
    const found = headings(now.content).map((line, at) => ({ index: String(at + 1), line }))
    return json({ parse: { revid: now.id, sections: found } })
  }

  function edit(asked: Asked): Response {
    const { title = '', section, sectiontitle, text, appendtext, undo, summary = '' } = asked
    const now = latest(title)?.content ?? ''
    const content = undo
      ? withoutEdit(now, Number(undo))
      : section === 'new'
        ? `${now}\n\n== ${sectiontitle} ==\n\n${text}`.trim()
        : appendtext === undefined
          ? (text ?? '')
          : appended(now, Number(section), appendtext.replace('~~~~', signature(us)))
    const { id, at } = write(title, us, summary, content)
    return filled('post-edit', 'edit', { title, newrevid: id, newtimestamp: second(at) })
  }

  function withoutEdit(now: string, id: number): string {
    const undone = revisions.find((one) => one.id === id)
    const before = revisions.find((one) => one.id === undone?.parent)?.content ?? ''
    return now.replace(undone?.content.slice(before.length) ?? '', '')
  }

  function login({ lgname, lgpassword }: Asked): Response {
    if (lgname !== goodFields.login || lgpassword !== goodFields.password) {
      return answerOf(heard('post-login-failed'))
    }
    const session = `session-${++made}`
    sessions.add(session)
    const said = answerOf(heard('post-login'))
    said.headers.append('set-cookie', `wiki_session=${session}; path=/; HttpOnly`)
    return said
  }

  function answer(asked: Asked, cookie: string): Response {
    const { action = '', meta, type = '', list, prop } = asked
    if (meta === 'tokens') return answerOf(heard(`get-query-tokens-${type}`))
    if (action === 'login') return login(asked)
    const session = /wiki_session=([^;]*)/.exec(cookie)?.[1] ?? ''
    if (!sessions.has(session)) return error('assertuserfailed', 'You are no longer logged in.')
    const about = list ? `list=${list}` : prop ? `prop=${prop}` : meta ? `meta=${meta}` : ''
    const reply = answers[`${action} ${about}`.trim()]
    return reply ? reply(asked) : error('unknown_action', action)
  }

  return {
    fetch: async (address, init = {}) => {
      const url = new URL(address)
      if (url.origin !== theirWiki) return new Response('', { status: 404 })
      if (url.pathname !== api) return page()
      const said = answer(askedOf(url, init), init.headers?.['cookie'] ?? '')
      said.headers.set('date', clock.now().toUTCString())
      return said
    },
    published: () =>
      revisions.filter(({ user, comment }) => user === us && isThere(comment)).map(seen),
    speak(text, about) {
      const said = revisions.find(({ id }) => String(id) === about)
      const title = said ? `Talk:${said.title.replace('Talk:', '')}` : 'Talk:Journal'
      const section = said ? sectionIn(said.comment) : ''
      const now = latest(title)?.content ?? ''
      const words = `${text} ${signature('Yanis')}`
      const known = headings(now).indexOf(section) + 1
      const content =
        section === '' || known > 0
          ? appended(now, known, `\n\n${words}`)
          : `${now}\n\n== ${section} ==\n\n${words}`.trim()
      return String(write(title, 'Yanis', `/* ${section} */`, content).id)
    },
  }

  /** Neither an undoing nor undone. */
  function isThere(comment: string): boolean {
    const [, mark] = /\*\/ Vigie (.*)$/.exec(comment) ?? []
    return mark !== undefined && !revisions.some((one) => one.comment === `Vigie undo ${mark}`)
  }

  function seen({ id, parent, title, comment, content }: Revision): SeenPost {
    const before = revisions.find((one) => one.id === parent)?.content ?? ''
    const added = content.slice(before.length).replaceAll(signature(us), '').trim()
    const alts = [...added.matchAll(/\|alt=([^|]*)\|/g)].map(([, alt]) => htmlToText(alt ?? ''))
    const words = added
      .replace(/\[\[File:[^\]]*\]\]/g, '')
      .replace(/^== (.*) ==$/m, '$1')
      .replace(/<br>\n?/g, '\n')
    const text = htmlToText(words.replaceAll('\n', '<br>'))
    const isAnswer = title.startsWith('Talk:')
    const answered = revisions.findLast(
      (one) => one.id < id && one.title === title && sectionIn(one.comment) === sectionIn(comment),
    )
    const replyTo = isAnswer && answered ? { replyTo: String(answered.id) } : {}
    return { remoteId: String(id), text, alts, ...replyTo }
  }
}

function page(): Response {
  const link = `<link rel="EditURI" type="application/rsd+xml" href="//wiki.example${api}?action=rsd"/>`
  return new Response(`<!DOCTYPE html><head>${link}</head>`, {
    headers: { 'content-type': 'text/html' },
  })
}

function askedOf(url: URL, { body }: FetchInit): Asked {
  const asked = Object.fromEntries(url.searchParams)
  if (body instanceof FormData) {
    for (const [name, value] of body) if (typeof value === 'string') asked[name] = value
  } else if (typeof body === 'string')
    Object.assign(asked, Object.fromEntries(new URLSearchParams(body)))
  return asked
}

const headings = (content: string) =>
  [...content.matchAll(/^== (.*) ==$/gm)].map(([, line]) => htmlToText(line ?? ''))

const sectionIn = (comment: string) => /^\/\* (.*?) \*\//.exec(comment)?.[1] ?? ''

/** At the end of a section; 0 is what stands before the first one. */
function appended(content: string, section: number, words: string): string {
  const headed = content.split(/(?=^== )/m)
  const parts = content.startsWith('== ') ? ['', ...headed] : headed
  const at = Math.min(section, parts.length - 1)
  parts[at] = `${(parts[at] ?? '').trimEnd()}${words}\n\n`
  return parts.join('').trim()
}

const signature = (user: string) =>
  `[[User:${user}|${user}]] ([[User talk:${user}|talk]]) 09:00, 2 March 2026 (UTC)`

const second = (at: Date) => `${at.toISOString().slice(0, 19)}Z`

const json = (body: unknown): Response =>
  answerOf({ status: 200, headers: { 'content-type': 'application/json' }, body })

const error = (code: string, info: string): Response => json({ error: { code, info } })

function filled(name: string, part: string, facts: Body): Response {
  const body = heard(name).body as Record<string, Body>
  return json({ ...body, [part]: { ...body[part], ...facts } })
}

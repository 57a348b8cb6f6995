import { bootServer } from '#support/servers/boot-server.ts'
import { createWikiPerson } from '#support/servers/mediawiki-people.ts'
import { formWith, type OpenPeer } from '../peer.ts'

export const open: OpenPeer = async () => {
  const wiki = await bootServer('mediawiki')
  if (!wiki.available) return { missing: wiki.reason }
  const { login, botPassword } = await createWikiPerson(wiki, 'Morel')
  let posts = 0
  return {
    connectorId: 'mediawiki',
    hosts: [new URL(wiki.url).host],
    account: { fields: { wiki: wiki.url, login, password: botPassword, page: 'Journal' } },
    pictures: 4,
    async post(words, pictures) {
      const call = browser(`${wiki.url}/api.php`)
      const tokenFor = async (type: string) =>
        (await call({ action: 'query', meta: 'tokens', type })).query?.tokens[`${type}token`] ?? ''
      const lgtoken = await tokenFor('login')
      await call({ action: 'login', lgname: login, lgpassword: botPassword, lgtoken })
      const token = await tokenFor('csrf')
      posts++
      const shown = []
      for (const [n, picture] of pictures.entries()) {
        const filename = `Banc ${posts}-${n}.jpg`
        const form = formWith('file', picture)
        await call({ action: 'upload', filename, ignorewarnings: '1', token }, form)
        shown.push(`[[File:${filename}|thumb]]`)
      }
      const section = { section: 'new', sectiontitle: words, text: shown.join('\n') }
      await call({ action: 'edit', title: 'Journal', ...section, token })
    },
    stop: wiki.stop,
  }
}

interface Answer {
  error?: unknown
  query?: { tokens: Record<string, string> }
}

/** Keeps cookies: a wiki knows its people by them. */
function browser(url: string) {
  const jar = new Map<string, string>()
  return async (parameters: Record<string, string>, form = new FormData()): Promise<Answer> => {
    const all = { ...parameters, format: 'json', formatversion: '2' }
    for (const [name, value] of Object.entries(all)) form.set(name, value)
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const response = await fetch(url, { method: 'POST', body: form, headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const answer = (await response.json()) as Answer
    if (answer.error) throw new Error(JSON.stringify(answer.error))
    return answer
  }
}

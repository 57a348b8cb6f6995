import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import type { MediaWiki } from '../../servers/mediawiki/server.ts'

import { runPhp } from './debian-php.ts'
import { fetchAlone } from './fetch-alone.ts'

export interface WikiPerson {
  name: string
  /** What a program types: `Camille@vigie`. */
  login: string
  botPassword: string
}

/** What a person ticks on Special:BotPasswords. */
const grants =
  'basic,editpage,createeditmovepage,uploadfile,uploadeditmovefile,viewmywatchlist,editmywatchlist'

/** Adds somebody to a wiki, with a bot password as Special:BotPasswords would give. */
export async function createWikiPerson(wiki: MediaWiki, name: string): Promise<WikiPerson> {
  const script = (file: string) => join(wiki.program, 'maintenance', file)
  await runPhp([script('createAndPromote.php'), name, `password-of-${name}`], wiki.env)
  // MediaWiki asks for thirty-two letters exactly.
  const botPassword = randomBytes(16).toString('hex')
  const asked = ['--appid', 'vigie', '--grants', grants, name, botPassword]
  await runPhp([script('createBotPassword.php'), ...asked], wiki.env)
  return { name, login: `${name}@vigie`, botPassword }
}

/** Asks the wiki's API as somebody, or as nobody. */
export async function askWiki<Answer>(
  wiki: MediaWiki,
  asked: Record<string, string>,
  person?: WikiPerson,
): Promise<Answer> {
  const browser = person ? await browserOf(wiki, person) : newBrowser(wiki)
  const isEdit = asked['action'] === 'edit'
  return (await browser.ask({ ...asked, ...(isEdit ? { token: browser.token } : {}) })) as Answer
}

interface Browser {
  /** What MediaWiki wants with an edit. */
  token: string
  ask(parameters: Record<string, string>): Promise<unknown>
}

const signedIn = new WeakMap<WikiPerson, Promise<Browser>>()

/** A person signs in once. */
function browserOf(wiki: MediaWiki, person: WikiPerson): Promise<Browser> {
  const known = signedIn.get(person) ?? signIn(wiki, person)
  signedIn.set(person, known)
  return known
}

async function signIn(wiki: MediaWiki, { login, botPassword }: WikiPerson): Promise<Browser> {
  const browser = newBrowser(wiki)
  const lgtoken = await tokenFor(browser, 'login')
  await browser.ask({ action: 'login', lgname: login, lgpassword: botPassword, lgtoken })
  browser.token = await tokenFor(browser, 'csrf')
  return browser
}

async function tokenFor(browser: Browser, type: string): Promise<string> {
  const said = (await browser.ask({ action: 'query', meta: 'tokens', type })) as {
    query: { tokens: Record<string, string> }
  }
  return said.query.tokens[`${type}token`] ?? ''
}

/** Keeps cookies, as MediaWiki knows its people by them. */
function newBrowser({ url }: MediaWiki): Browser {
  const jar = new Map<string, string>()
  return {
    token: '',
    async ask(parameters) {
      const body = new URLSearchParams({ ...parameters, format: 'json', formatversion: '2' })
      const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
      const init = { method: 'POST', body, headers: { cookie } }
      const response = await fetchAlone(`${url}/api.php`, init)
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        jar.set(name, value)
      }
      return response.json()
    },
  }
}

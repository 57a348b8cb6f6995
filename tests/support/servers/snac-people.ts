import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Snac } from '../../servers/snac/server.ts'

import { fetchAlone } from './fetch-alone.ts'
import { MastodonPerson } from './mastodon-person.ts'
import { runOrThrow } from './run-to-end.ts'

export interface SnacAccount {
  handle: string
  password: string
}

/** Adds someone to a running snac. `handle` is made of letters, digits and underscores. */
export async function createSnacAccount(server: Snac, handle: string): Promise<SnacAccount> {
  const [program = '', ...first] = server.command
  const said = await runOrThrow(program, [...first, 'adduser', server.folder, handle])
  const password = /User password is (\S+)/.exec(said)?.[1]
  if (!password) throw new Error(`snac did not give a password to ${handle}: ${said}`)
  const file = join(server.folder, 'user', handle, 'user.json')
  const profile = JSON.parse(readFileSync(file, 'utf8')) as object
  // Without this it says that everyone has no follower.
  writeFileSync(file, JSON.stringify({ ...profile, show_contact_metrics: true }))
  return { handle, password }
}

/**
 * Does what a person does in the browser on snac's authorise page: opens it, types their login and
 * password, sends the form. Returns where the browser is sent, with `code` and `state` in its query.
 */
export async function approveOnSnac(
  authorizeUrl: string | URL,
  { handle, password }: SnacAccount,
): Promise<URL> {
  const page = await fetchAlone(authorizeUrl)
  const html = await page.text()
  const action = /<form[^>]*\baction="([^"]*)"/.exec(html)?.[1]
  if (!page.ok || !action) throw new Error(`snac's authorise page answered ${page.status}: ${html}`)
  const body = new URLSearchParams({ ...hiddenFields(html), login: handle, passwd: password })
  const sent = await fetchAlone(new URL(action, authorizeUrl), {
    method: 'POST',
    body,
    redirect: 'manual',
  })
  const location = sent.headers.get('location')
  if (!location) throw new Error(`snac did not let ${handle} in: it answered ${sent.status}.`)
  return new URL(location)
}

/** Someone of the instance with a token of their own, to like, boost, reply and follow. */
export async function createSnacPerson(server: Snac, handle: string): Promise<MastodonPerson> {
  const account = await createSnacAccount(server, handle)
  const token = await snacToken(server, account)
  return new MastodonPerson(server.url, handle, token)
}

/** The whole OAuth round for an application of the tests' own: register, approve, exchange. */
export async function snacToken(server: Snac, account: SnacAccount): Promise<string> {
  const callback = 'http://127.0.0.1/callback'
  const app = await post(`${server.url}/api/v1/apps`, {
    client_name: 'A phone',
    redirect_uris: callback,
    scopes: 'read write follow',
  })
  const authorize = new URL('/oauth/authorize', server.url)
  authorize.search = new URLSearchParams({
    response_type: 'code',
    client_id: app.client_id ?? '',
    redirect_uri: callback,
    scope: 'read write follow',
    state: 'state',
  }).toString()
  const { searchParams } = await approveOnSnac(authorize, account)
  const token = await post(`${server.url}/oauth/token`, {
    grant_type: 'authorization_code',
    client_id: app.client_id ?? '',
    client_secret: app.client_secret ?? '',
    redirect_uri: callback,
    code: searchParams.get('code') ?? '',
  })
  return token.access_token ?? ''
}

function hiddenFields(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => input)
  return Object.fromEntries(
    inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')]),
  )
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}

async function post(url: string, form: Record<string, string>): Promise<Record<string, string>> {
  const response = await fetchAlone(url, { method: 'POST', body: new URLSearchParams(form) })
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`)
  return (await response.json()) as Record<string, string>
}

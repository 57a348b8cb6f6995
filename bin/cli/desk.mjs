import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import path from 'node:path'
import { languageOf, wordsFor } from './words.mjs'

/** The command was not understood. */
export class Usage extends Error {}

/** The desk said no, or did not answer. */
export class Refused extends Error {}

const fileOf = (env) =>
  path.join(
    env.XDG_CONFIG_HOME || path.join(env.HOME || homedir(), '.config'),
    'vigie',
    'desk.json',
  )

/** Keeps the desk's address and key where only their owner reads them. @returns the file */
export async function keepDesk(env, desk) {
  const file = fileOf(env)
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(file, `${JSON.stringify(desk)}\n`, { mode: 0o600 })
  // A file that was there before keeps its mode otherwise.
  await chmod(file, 0o600)
  return file
}

/** The desk's API under the caller's key. @throws Refused when no desk is known */
export async function openDesk({ env }) {
  const kept = await readFile(fileOf(env), 'utf8').then(JSON.parse, () => ({}))
  const url = env.VIGIE_URL || kept.url
  const key = env.VIGIE_API_KEY || kept.key
  if (!url || !key) throw new Refused(wordsFor(env).notSignedIn)
  return deskAt(url, key, env)
}

/**
 * @param {string} url
 * @param {string} key
 * @param {Record<string, string | undefined>} env for the language of the answers
 */
export function deskAt(url, key, env) {
  const origin = url.replace(/\/+$/, '')
  const usual = { authorization: `Bearer ${key}`, 'accept-language': languageOf(env) }
  const call = async (method, where, { body, headers = {} } = {}) => {
    const answer = await fetch(`${origin}/api/v1${where}`, {
      method,
      ...bodyOf(body, { ...usual, ...headers }),
    }).catch(() => {
      throw new Refused(wordsFor(env).unreachable(origin))
    })
    const text = await answer.text()
    const said = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null
    if (!answer.ok) throw new Refused(sentences(said, answer.status))
    return said
  }
  return {
    get: (where) => call('GET', where),
    post: (where, body, headers) => call('POST', where, { body, headers }),
    patch: (where, body) => call('PATCH', where, { body }),
    delete: (where) => call('DELETE', where),
  }
}

/** A form says itself what it is; anything else is JSON. */
function bodyOf(body, headers) {
  if (body === undefined || body instanceof FormData) return { headers, body }
  const json = { ...headers, 'content-type': 'application/json' }
  return { headers: json, body: JSON.stringify(body) }
}

/** Problem details (RFC 9457): what happened, what to do, and each field at fault. */
function sentences(problem, status) {
  if (!problem?.title) return `HTTP ${status}`
  const fields = (problem.errors ?? []).map(({ pointer, detail }) => `  ${pointer}: ${detail}`)
  return [`${problem.title}. ${problem.detail ?? ''}`.trim(), ...fields].join('\n')
}

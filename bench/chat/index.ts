import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BenchResult } from '../run.ts'
import { freePort, startUntil } from '../support/processes.ts'

const root = path.resolve(import.meta.dirname, '../..')
/** New conversations of one address in ten minutes: as many as the brake lets through. */
const ROUNDS = 20
const AGAIN_MS = 5

/**
 * A visitor writes and Camille answers, twenty times, on a desk in a process of its own, in milliseconds (median and worst):
 * from the visitor's request to the message in the inbox, and from the answer's to its arrival on the visitor's stream.
 * Against: the same request that writes down nothing but itself, a read of the thread. Weights in bytes.
 */
export async function run(): Promise<BenchResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigie-bench-chat-'))
  const port = await freePort()
  const base = `http://localhost:${port}`
  const env = { PORT: String(port), VIGIE_DATA_DIR: folder, NODE_ENV: 'production' }
  const args = ['src/main/start.ts']
  const desk = await startUntil(`${base}/health`, process.execPath, args, { cwd: root, env })
  try {
    return await measure(base)
  } finally {
    await desk.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(base: string): Promise<BenchResult> {
  const camille = await signUp(base)
  const chat = await camille('/channels', {
    connectorId: 'web-chat',
    fields: { name: 'Atelier Morel', origins: 'https://atelier-morel.example', language: 'fr' },
  })
  const site = `${base}/w/${chat.id}`
  const toInbox: number[] = []
  const toVisitor: number[] = []
  const reads: number[] = []
  for (let n = 0; n < ROUNDS; n++) {
    const secret = randomBytes(32).toString('base64url')
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }
    const text = `Question ${n}`
    let began = performance.now()
    await fetch(`${site}/thread/messages`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ id: randomUUID(), text }),
    })
    const id = await seen(camille, text)
    toInbox.push(performance.now() - began)
    began = performance.now()
    await fetch(`${site}/thread`, { headers }).then((answer) => answer.text())
    reads.push(performance.now() - began)
    const stream = await fetch(`${site}/thread/stream`, { headers })
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    began = performance.now()
    await camille(`/conversations/${id}/replies`, { text: `Réponse ${n}` })
    for (let heard = ''; reader && !heard.includes(`Réponse ${n}`);) {
      heard += (await reader.read()).value ?? ''
    }
    toVisitor.push(performance.now() - began)
    await reader?.cancel()
  }
  const script = Buffer.from(await (await fetch(`${site}/widget.js`)).arrayBuffer())
  const read = median(reads)
  return {
    figures: {
      to_inbox_ms: median(toInbox),
      to_inbox_worst_ms: worst(toInbox),
      to_visitor_ms: median(toVisitor),
      to_visitor_worst_ms: worst(toVisitor),
      script_bytes: script.length,
      script_gzip_bytes: gzipSync(script).length,
    },
    against: {
      to_inbox_ms: read,
      to_inbox_worst_ms: worst(reads),
      to_visitor_ms: read,
      to_visitor_worst_ms: worst(reads),
      script_bytes: null,
      script_gzip_bytes: null,
    },
  }
}

type Camille = (path: string, body?: object) => Promise<Answer>
interface Answer {
  id: string
  items: { id: string; excerpt: string | null }[]
}

async function signUp(base: string): Promise<Camille> {
  const headers: Record<string, string> = { 'content-type': 'application/json', origin: base }
  const call = async (where: string, body?: object) => {
    const answer = await fetch(`${base}/api/v1${where}`, {
      method: body ? 'POST' : 'GET',
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!answer.ok) throw new Error(`${where} answered ${answer.status}: ${await answer.text()}`)
    const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0])
    if (cookies.length > 0) headers['cookie'] = cookies.join('; ')
    return (await answer.json().catch(() => ({}))) as Answer
  }
  const camille = { email: 'camille@atelier-morel.example', password: 'une chaise en chêne' }
  await call('/sign-up', { ...camille, name: 'Camille Morel', language: 'fr' })
  await call('/sign-in', camille)
  const place = { name: 'Atelier Morel', language: 'fr', timeZone: 'Europe/Paris' }
  headers['vigie-company'] = (await call('/companies', place)).id
  return call
}

async function seen(camille: Camille, text: string): Promise<string> {
  for (;;) {
    const { items } = await camille('/conversations?limit=5')
    const found = items.find(({ excerpt }) => excerpt === text)
    if (found) return found.id
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}

const sorted = (times: number[]) => times.toSorted((a, b) => a - b)
const median = (times: number[]) => Math.round(sorted(times)[Math.floor(times.length / 2)] ?? 0)
const worst = (times: number[]) => Math.round(sorted(times).at(-1) ?? 0)

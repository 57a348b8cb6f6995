import { setTimeout as sleep } from 'node:timers/promises'
import { randomFrom } from '../../tests/faults/ground/faults.ts'
import type { Ground } from '../../tests/faults/ground/network.ts'
import { everyAccount } from './climate.ts'

const TRIES = 5
const TIMEOUT_MS = 800
const PROCESSES = 3

/**
 * What most tools do, on the same network: send, and on any error send again, five times; a queue that gives a job
 * out again when its worker dies. No key, no reading back.
 * @param kills how many workers die on the way, each with what it has in hand
 */
export async function sendNaively(
  ground: Ground,
  chains: string[][],
  { kills, seed, seconds }: { kills: number; seed: number; seconds: number },
): Promise<{ gaveUp: number; seconds: number }> {
  const began = performance.now()
  const random = randomFrom(seed)
  const crews = Array.from({ length: PROCESSES }, () => new AbortController())
  const reaper = setInterval(
    () => {
      const place = Math.floor(random() * PROCESSES)
      crews[place]?.abort()
      crews[place] = new AbortController()
    },
    (seconds * 1000) / Math.max(1, kills),
  )
  const access = new Map<string, { token: string; renewal: string }>()
  /** Taken off the list until a person connects them again: what they had to say is lost with a word. */
  const dropped = new Set<string>()
  let gaveUp = 0
  await Promise.all(
    everyAccount.map(async (account, n) => {
      access.set(account, await ask(ground, account, '/sessions', {}, ''))
      for (const chain of chains) {
        const unsent = await sendChain(account, n % PROCESSES, chain)
        gaveUp += unsent
      }
    }),
  )
  clearInterval(reaper)
  return { gaveUp, seconds: (performance.now() - began) / 1000 }

  async function sendChain(account: string, crew: number, chain: string[]): Promise<number> {
    let replyTo: string | null = null
    for (const [place, text] of chain.entries()) {
      const id = await send(account, crew, { text, replyTo })
      if (!id) return chain.length - place
      replyTo = id
    }
    return 0
  }

  async function send(account: string, crew: number, words: object): Promise<string | null> {
    for (let tries = 0; tries < TRIES && !dropped.has(account); tries++) {
      const worker = crews[crew]?.signal
      try {
        const token = access.get(account)?.token ?? ''
        const timeout = AbortSignal.timeout(TIMEOUT_MS)
        const signal = worker ? AbortSignal.any([worker, timeout]) : timeout
        return (await ask<{ id: string }>(ground, account, '/posts', words, token, signal)).id
      } catch (error) {
        // The job of a dead worker is given out again, and counts from the beginning.
        if (worker?.aborted) tries = -1
        if (String(error).includes('403')) dropped.add(account)
        if (String(error).includes('401')) await renew(account)
        await sleep(100 + 200 * Math.max(0, tries))
      }
    }
    return null
  }

  async function renew(account: string): Promise<void> {
    try {
      const { renewal } = access.get(account) ?? { renewal: '' }
      access.set(account, await ask(ground, account, '/renewals', { renewal }, ''))
    } catch (error) {
      if (String(error).includes('401')) dropped.add(account)
    }
  }
}

async function ask<T>(
  ground: Ground,
  account: string,
  at: string,
  body: object,
  token: string,
  signal?: AbortSignal,
): Promise<T> {
  const response = await fetch(ground.url + at, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-account': account,
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  })
  if (!response.ok) throw new Error(String(response.status))
  return (await response.json()) as T
}

import { beforeEach } from 'vitest'
import { openAtelier } from '../testing/open-atelier.ts'

export const atelier = await openAtelier()
export const { camille, board, accounts } = atelier
export const lyon = accounts['lyon']

// These tests sleep through hours on purpose; what is late is asked about elsewhere.
await camille.patch('/publishing-rules', { lateMinutes: 1440 })

beforeEach(() => atelier.newDay())

export const part = (text: string) => ({ text })

export const refused = {
  kind: 'rejected' as const,
  reason: { en: 'No swearing.', fr: 'Pas de gros mots.' },
  detail: '422',
}

/** What hangs on the board since the day began, each with what it answers. */
export function hung(since: number) {
  return board.pinned.slice(since).map(({ text, replyTo }) => [text, replyTo ?? null])
}

export async function byLyon(post: { id: string }) {
  const { deliveries } = await atelier.read(post)
  return deliveries.filter(({ channelId }) => channelId === lyon)
}

export const states = async (post: { id: string }) => (await byLyon(post)).map(({ state }) => state)

export const decide = (id: string, action: string, body?: object) =>
  camille.post(`/deliveries/${id}/${action}`, body)

export const oak = {
  thread: [part('Deux : le séchage'), part('Trois : la coupe')],
  firstComment: 'Le prix',
}

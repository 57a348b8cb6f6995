import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from './api.ts'
import { makeStale } from './make-stale.ts'

/** What an event makes stale: the first word of its name → the first element of the query keys. */
const FAMILIES: Record<string, string[]> = {
  recurrence: ['posts'],
  slots: ['posts'],
  evergreen: ['posts'],
  post: ['posts', 'approvals'],
  approval: ['approvals', 'posts'],
  delivery: ['posts'],
  media: ['media'],
  conversation: ['conversations'],
  message: ['conversations'],
  mention: ['mentions'],
  case: ['cases'],
  query: ['mentions', 'alerts'],
  alert: ['alerts'],
  channel: ['channels'],
  metrics: ['results', 'posts'],
  click: ['links'],
  link: ['links'],
  experiment: ['experiments'],
  company: ['session'],
  crisis: ['crisis', 'posts'],
  member: ['session', 'members'],
  campaign: ['campaigns'],
  duel: ['duels'],
  poll: ['duels', 'posts'],
  phrase: ['phrases'],
}

/** Holds one event stream for the company and refreshes what its events touch. */
export function useLive(companyId: string): void {
  const client = useQueryClient()
  useEffect(() => listen(companyId, client), [companyId, client])
}

/** Opens the stream, reopens it when the browser gives up; returns how to close it. */
export function listen(companyId: string, client: QueryClient): () => void {
  const refresh = gather((families) => {
    for (const family of families) makeStale(client, family)
  })
  let source: EventSource | null = null
  let again: ReturnType<typeof setTimeout> | undefined
  let missed = false

  const open = () => {
    source = new EventSource(api.href('/live', { company: companyId }))
    source.addEventListener('open', () => {
      // Events may have passed while the stream was down: everything shown is suspect.
      if (missed) refresh(Object.values(FAMILIES).flat())
      missed = false
    })
    source.addEventListener('desk', (event) => refresh(familiesOf(event.data)))
    source.addEventListener('error', () => {
      missed = true
      if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, 5000)
    })
  }
  open()
  return () => {
    clearTimeout(again)
    source?.close()
  }
}

/** The families named by one event's data: `{"name": "post.scheduled", "payload": {…}}`. */
export function familiesOf(data: unknown): string[] {
  try {
    const event: unknown = JSON.parse(String(data))
    if (event === null || typeof event !== 'object' || !('name' in event)) return []
    return FAMILIES[String(event.name).split('.')[0] ?? ''] ?? []
  } catch {
    return []
  }
}

/** A burst of a hundred events must be one refresh, a quarter of a second later. */
function gather(run: (families: Set<string>) => void): (families: string[]) => void {
  let waiting = new Set<string>()
  return (families) => {
    if (families.length === 0) return
    if (waiting.size === 0) {
      setTimeout(() => {
        const families = waiting
        waiting = new Set()
        run(families)
      }, 250)
    }
    for (const family of families) waiting.add(family)
  }
}

import { z } from 'zod'
import type { Account, Found, Listen, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { listenToTerms } from '#connectors/_contract/listen-to-terms.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { callAs } from './server.ts'
import { foundOf, type Status, statusSchema } from './status.ts'

export const listen: Listen = { read }

const hour = 3_600_000

/** A term that begins with # follows that tag; any other is searched in full text, where a server has it. */
async function read(
  tools: Tools,
  account: Account | null,
  source: Record<string, unknown>,
  cursor: string | null,
): Promise<Outcome<Page<Found>>> {
  if (!account) return failed({ kind: 'auth', detail: 'searching Mastodon needs an account' })
  return listenToTerms(source, cursor, async (term, since) => {
    const fetchPage = term.startsWith('#') ? tagged : searched
    const walked = await walkBack(
      {
        page: (older) => fetchPage(tools, account, term, older),
        id: (status: Status) => status.id,
        at: (status) => new Date(status.created_at),
        // Posts of other servers arrive late.
        overlapMs: 6 * hour,
        maxPages: 5,
        firstReadMs: 7 * 24 * hour,
      },
      since,
    )
    return walked.ok ? done({ ...walked.value, items: walked.value.items.map(foundOf) }) : walked
  })
}

async function tagged(tools: Tools, account: Account, term: string, older: string | undefined) {
  const query = new URLSearchParams({ limit: '40', ...(older ? { max_id: older } : {}) })
  const path = `/api/v1/timelines/tag/${encodeURIComponent(term.slice(1))}?${query}`
  const answer = await callAs(tools, account, { path }, z.array(statusSchema))
  return answer.ok ? done(pageOf(answer.value, older)) : answer
}

async function searched(tools: Tools, account: Account, term: string, older: string | undefined) {
  const q = /\s/.test(term) ? `"${term.replaceAll('"', '')}"` : term
  const query = new URLSearchParams({ q, type: 'statuses', limit: '40' })
  if (older) query.set('max_id', older)
  const path = `/api/v2/search?${query}`
  const schema = z.object({ statuses: z.array(statusSchema) })
  const answer = await callAs(tools, account, { path }, schema)
  return answer.ok ? done(pageOf(answer.value.statuses, older)) : answer
}

function pageOf(items: Status[], asked: string | undefined) {
  const last = items.at(-1)
  return { items, ...(last && last.id !== asked ? { older: last.id } : {}) }
}

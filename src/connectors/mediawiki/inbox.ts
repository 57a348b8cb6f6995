import { z } from 'zod'
import type { Account, Inbound, Inbox, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { type BackPage, walkBack } from '#connectors/_contract/walk-back.ts'
import { type Contents, readContents, whatWasSaid } from './said.ts'
import { openSession, type Session } from './session.ts'
import { type Trace, traces } from './trace.ts'
import { addressOf, type Wiki, wikiOf } from './wiki.ts'

export const inbox: Inbox = { read }

const minute = 60_000

const changeSchema = z.object({
  ns: z.number(),
  title: z.string(),
  revid: z.number(),
  old_revid: z.number(),
  user: z.string().default(''),
  userid: z.number().default(0),
  timestamp: z.string(),
})

type Change = z.infer<typeof changeSchema>

/**
 * What is said on the talk pages of the pages we wrote on, from the account's watchlist: we watch what we write on.
 * Each edit by somebody else is one message, made of the lines that it added.
 */
async function read(
  tools: Tools,
  account: Account,
  cursor: string | null,
): Promise<Outcome<Page<Inbound>>> {
  const session = await openSession(tools, account)
  if (!session.ok) return session
  const wiki = wikiOf(account)
  const walked = await walkBack(
    {
      page: (older) => changes(session.value, wiki, older),
      id: ({ revid }: Change) => String(revid),
      at: ({ timestamp }) => new Date(timestamp),
      overlapMs: 10 * minute,
      maxPages: 5,
      firstReadMs: 14 * 24 * 60 * minute,
    },
    cursor,
  )
  if (!walked.ok) return walked
  // The watchlist may list what bears the same second in another order than it was said.
  const all = walked.value.items.toSorted(
    (a, b) => a.timestamp.localeCompare(b.timestamp) || a.revid - b.revid,
  )
  const ours = await traces(session.value, wiki.user, { pages: 2 })
  if (!ours.ok) return ours
  const isOurs = new Set([subjectOf({ ns: 0, title: wiki.page }), ...ours.value.edits.map(placeOf)])
  const said = all.filter((one) => one.ns % 2 === 1 && isOurs.has(subjectOf(one)))
  const contents = await readContents(
    session.value,
    said.flatMap(({ revid, old_revid }) => [revid, old_revid]),
  )
  if (!contents.ok) return contents
  const items = said.flatMap((one) => inbound(wiki, one, contents.value, ours.value.edits) ?? [])
  return done({ ...walked.value, items })
}

const placeOf = ({ namespace, page }: Trace) => subjectOf({ ns: namespace, title: page })

/** A page and its talk page give the same: the even number of their namespaces, and their name without it. */
function subjectOf({ ns, title }: { ns: number; title: string }): string {
  const name = ns === 0 ? title : title.slice(title.indexOf(':') + 1)
  return `${ns - (ns % 2)}:${name.replaceAll('_', ' ')}`
}

async function changes(
  session: Session,
  { user }: Wiki,
  older: string | undefined,
): Promise<Outcome<BackPage<Change>>> {
  const parameters = {
    list: 'watchlist',
    wlallrev: '1',
    wltype: 'edit|new',
    wlexcludeuser: user,
    wlprop: 'ids|title|user|userid|timestamp',
    wllimit: '50',
    ...(older ? { wlcontinue: older } : {}),
  }
  const schema = z.object({
    query: z.object({ watchlist: z.array(changeSchema) }),
    continue: z.object({ wlcontinue: z.string() }).optional(),
  })
  const answer = await session.read({ action: 'query', parameters }, schema)
  if (!answer.ok) return answer
  const next = answer.value.continue?.wlcontinue
  return done({ items: answer.value.query.watchlist, ...(next ? { older: next } : {}) })
}

function inbound(wiki: Wiki, change: Change, contents: Contents, ours: Trace[]): Inbound | null {
  const said = whatWasSaid(contents, change)
  // Lines were only taken out: nobody said anything.
  if (!said) return null
  const { text, section } = said
  const post = ours.find(
    (trace) =>
      trace.namespace % 2 === 0 &&
      placeOf(trace) === subjectOf(change) &&
      trace.section === section,
  )
  const url = addressOf(wiki, change.title, section)
  return {
    remoteId: String(change.revid),
    kind: post ? 'comment' : 'mention',
    threadId: `${change.title}#${section}`,
    ...(post ? { inReplyTo: String(post.revision) } : {}),
    author: {
      remoteId: change.userid ? `user-${change.userid}` : change.user || 'hidden',
      handle: change.user || '?',
      name: change.user || '?',
    },
    text,
    url,
    at: new Date(change.timestamp),
    data: { talk: change.title, section, ...(change.user ? { user: change.user } : {}) },
  }
}

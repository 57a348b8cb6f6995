import { type Expression, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { Connector } from '#connectors/_contract/connector.ts'
import { type Channel, connectorOf, findChannel, limitsOf } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { memberNames } from '#domain/governance/index.ts'
import { cardsOf, type ContactCard } from '#domain/people/index.ts'
import { deliveriesOf, whyNoAnswer } from '#domain/publishing/index.ts'
import { isBlocked } from '#domain/visits/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { type Language, say } from '#platform/text.ts'
import type {
  ConversationSummary,
  ConversationView,
  conversationsQuery,
  MessageView,
} from './api.ts'
import type { InboxTables } from './tables.ts'

type Query = z.output<typeof conversationsQuery>

const EXCERPT = 160

/** A page of conversations, the most recent first; the cursor is the last row's time and id. */
export async function listConversations(desk: Desk, companyId: string, query: Query) {
  const after = query.after ? cursorFrom(query.after) : null
  const rows = await skeleton(desk)
    .where('conversations.companyId', '=', companyId)
    .$if(query.state !== 'all', (q) => q.where('conversations.state', '=', query.state as 'open'))
    .$if(query.channelId !== undefined, (q) =>
      q.where('conversations.channelId', '=', query.channelId ?? ''),
    )
    .$if(query.kind !== undefined, (q) =>
      q.where('conversations.kind', '=', query.kind ?? 'comment'),
    )
    .$if(after !== null, (q) =>
      q.where(
        sql`(conversations.last_message_at, conversations.id) < (${after?.at}, ${after?.id})` as Expression<SqlBool>,
      ),
    )
    .orderBy('conversations.lastMessageAt', 'desc')
    .orderBy('conversations.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const page = rows.slice(0, query.limit)
  const items = await hydrate(desk, companyId, page)
  const last = rows.length > query.limit ? page.at(-1) : undefined
  return { items, next: last ? `${last.lastMessageAt.toISOString()}_${last.id}` : null }
}

/** One conversation with all that was said, and where our replies stand. */
export async function readConversation(
  desk: Desk,
  companyId: string,
  id: string,
  language: Language,
): Promise<ConversationView> {
  const row = await skeleton(desk)
    .where('conversations.companyId', '=', companyId)
    .where('conversations.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Problem(notFound)
  const [summary] = await hydrate(desk, companyId, [row])
  if (!summary) throw new Problem(notFound)
  const channel = await findChannel(desk.db, companyId, row.channelId)
  const connector = channel && connectorOf(desk, channel)
  const manifest = connector?.manifest
  const rows = await allSaid(desk, id)
  const lentHours = manifest?.lendsSaid?.hours ?? 0
  return {
    ...summary,
    post: await postOf(desk, companyId, row.deliveryId),
    thread: await thread(desk, row, rows, {
      contactName: summary.contact.name,
      language,
      lentHours,
    }),
    blocked: channel ? await isBlocked(desk.db, channel.id, row.threadId) : null,
    replyMax: channel ? limitsOf(desk, channel).answerMax : null,
    answeredThere: manifest?.answeredThere ? say(manifest.answeredThere, language) : null,
    cannotReply:
      channel && connector ? whyNot(desk, { channel, connector }, row, rows, language) : null,
  }
}

const skeleton = (desk: Desk) =>
  tablesOf<InboxTables>(desk.db)
    .selectFrom('conversations')
    .selectAll('conversations')
    .select((eb) => [
      eb
        .selectFrom('messages')
        .select('text')
        .whereRef('messages.conversationId', '=', 'conversations.id')
        .orderBy('at', 'desc')
        .limit(1)
        .as('lastText'),
      eb
        .selectFrom('messages')
        .select('forgottenAt')
        .whereRef('messages.conversationId', '=', 'conversations.id')
        .orderBy('at', 'desc')
        .limit(1)
        .as('lastForgottenAt'),
      eb
        .selectFrom('messages')
        .select((m) => m.fn.countAll<number>().as('n'))
        .whereRef('messages.conversationId', '=', 'conversations.id')
        .as('messageCount'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof skeleton>['execute']>>[number]

async function hydrate(desk: Desk, companyId: string, rows: Row[]): Promise<ConversationSummary[]> {
  const cards = await cardsOf(
    desk.db,
    companyId,
    rows.map((row) => row.contactId),
  )
  const names = await memberNames(desk.db, companyId)
  return rows.map((row) => present(row, cards.get(row.contactId), names))
}

function present(
  row: Row,
  card: ContactCard | undefined,
  names: Map<string, string>,
): ConversationSummary {
  return {
    id: row.id,
    channelId: row.channelId,
    kind: row.kind,
    state: row.state,
    contact: card ? withoutRemoteId(card) : unknownContact(row.contactId),
    excerpt: row.lastForgottenAt ? null : (row.lastText ?? '').slice(0, EXCERPT),
    unread: row.unread,
    assignedTo: row.assignedTo
      ? { userId: row.assignedTo, name: names.get(row.assignedTo) ?? '' }
      : null,
    lastMessageAt: row.lastMessageAt.toISOString(),
    openedAt: row.openedAt.toISOString(),
    firstReplyAt: row.firstReplyAt?.toISOString() ?? null,
    messages: row.messageCount ?? 0,
  }
}

const withoutRemoteId = ({ remoteId: _, ...card }: ContactCard) => card

const unknownContact = (id: string) => ({
  id,
  name: '?',
  handle: '',
  avatarUrl: null,
  profileUrl: null,
  followers: null,
  connectorId: '',
})

/** All that was said in a conversation, oldest first. */
const allSaid = (desk: Desk, conversationId: string) =>
  tablesOf<InboxTables>(desk.db)
    .selectFrom('messages')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .orderBy('at')
    .orderBy('id')
    .execute()

type SaidRow = Awaited<ReturnType<typeof allSaid>>[number]

function whyNot(
  desk: Desk,
  by: { channel: Channel; connector: Connector },
  { lastInboundAt: lastHeard }: Row,
  rows: SaidRow[],
  language: Language,
): string | null {
  const data = rows.findLast(({ direction }) => direction === 'in')?.data
  const why = whyNoAnswer(by, { ...(data ? { data } : {}), lastHeard }, desk.clock.now())
  return why && say(why, language)
}

async function thread(
  desk: Desk,
  { companyId }: Row,
  rows: SaidRow[],
  {
    contactName,
    language,
    lentHours,
  }: { contactName: string; language: Language; lentHours: number },
): Promise<MessageView[]> {
  const ids = rows.flatMap((row) => (row.deliveryId ? [row.deliveryId] : []))
  const deliveries = new Map(
    (await deliveriesOf(desk.db, companyId, ids, language)).map((d) => [d.id, d]),
  )
  return rows.map((row) => {
    const delivery = row.deliveryId ? deliveries.get(row.deliveryId) : undefined
    return {
      id: row.id,
      direction: row.direction,
      author: row.direction === 'in' ? contactName : (row.authorUser ?? ''),
      text: row.text,
      forgotten: row.forgottenAt !== null,
      forgottenAfterHours: row.forgottenAt && lentHours > 0 ? lentHours : null,
      url: row.url,
      at: row.at.toISOString(),
      delivery: delivery
        ? {
            id: delivery.id,
            state: delivery.state,
            trouble: delivery.trouble,
            actions: delivery.actions,
          }
        : null,
    }
  })
}

async function postOf(desk: Desk, companyId: string, deliveryId: string | null) {
  if (!deliveryId) return null
  const [delivery] = await deliveriesOf(desk.db, companyId, [deliveryId])
  return delivery ? { id: delivery.postId, text: delivery.text, url: delivery.remoteUrl } : null
}

function cursorFrom(after: string): { at: Date; id: string } | null {
  const [at = '', id = ''] = after.split('_')
  const date = new Date(at)
  return Number.isNaN(date.getTime()) || !/^[0-9a-f-]{36}$/.test(id) ? null : { at: date, id }
}

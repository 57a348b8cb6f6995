import type { SeenPost } from '#connectors/_contract/suite/kit.ts'
import type { Clock } from '#platform/clock.ts'
import { graphError, type GraphRoute, json, page as pageOf } from './double.ts'

export interface Said {
  id: string
  text: string
  from: { id: string; name?: string; username?: string }
  at: Date
}

interface Conversations {
  clock: Clock
  messages: Said[]
  us: Said['from']
  /** As the connector names the page. */
  page: string
  /** How Meta says that the 24 hours are over. */
  outside?: number
  newId(): string
}

/** What people read of us in private: each stands under what they wrote last before it. */
export const seenIn = (messages: Said[], us: Said['from']): SeenPost[] =>
  messages.flatMap(({ id, text, from }, at) => {
    if (from !== us) return []
    const asked = messages.slice(0, at).findLast((one) => one.from !== us)
    return [{ remoteId: id, text, alts: [], ...(asked ? { replyTo: asked.id } : {}) }]
  })

const day = 24 * 60 * 60_000
const timeOf = (at: Date) => at.toISOString().replace(/\.\d+Z$/, '+0000')

/** One conversation, on Messenger or Instagram (messenger-platform/conversations, send-messages; read 2026-11-25). */
export function conversationRoutes({
  clock,
  messages,
  us,
  page,
  outside = 2_018_278,
  newId,
}: Conversations): GraphRoute[] {
  const view = ({ id, text, from, at }: Said) => ({
    id,
    message: text,
    from: { ...from, email: `${from.id}@facebook.com` },
    created_time: timeOf(at),
  })
  return [
    [
      'GET',
      new RegExp(`^/${page}/conversations$`),
      ({ params }) => {
        const last = messages.at(-1)
        const one = last ? [{ id: 't_1', updated_time: timeOf(last.at) }] : []
        return json(pageOf(one, params))
      },
    ],
    [
      'GET',
      /^\/t_1\/messages$/,
      ({ params }) => json(pageOf(messages.toReversed().map(view), params)),
    ],
    [
      'POST',
      new RegExp(`^/${page}/messages$`),
      ({ params }) => {
        const to = (JSON.parse(params.get('recipient') ?? '{}') as { id?: string }).id
        const said = messages.findLast(({ from }) => from.id === to)
        if (!said) return graphError(100, 'No matching user found', { subcode: 2_018_001 })
        if (clock.now().getTime() - said.at.getTime() > day) {
          const words = 'This message is sent outside of allowed window.'
          return graphError(10, words, { subcode: outside, type: 'OAuthException', status: 403 })
        }
        const { text = '' } = JSON.parse(params.get('message') ?? '{}') as { text?: string }
        const id = newId()
        messages.push({ id, text, from: us, at: clock.now() })
        return json({ recipient_id: to, message_id: id })
      },
    ],
  ]
}

import type { FetchInit } from '#connectors/_contract/connector.ts'
import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'
import type { Clock } from '#platform/clock.ts'

/*
 * No Slack can run here: answers follow the examples of Slack's description of its Web API (2021), and for files and
 * metadata docs.slack.dev/reference/methods (read 2026-11-25).
 */

export const token = 'xoxb-of-morel'
export const app = { signingSecret: '8f742231b10e8888abcd99yyyzzz85a5' }
const channel = 'C0MOREL001'
const bot = { user: 'U0VIGIE001', bot_id: 'B0VIGIE001' }
const yanis = { user: 'U0YANIS001' }

interface Block {
  type: string
  alt_text?: string
  slack_file?: { id: string }
  elements?: { elements: { text?: string; url?: string }[] }[]
}

interface Message {
  ts: string
  type: 'message'
  user: string
  bot_id?: string
  text: string
  thread_ts?: string
  parent_user_id?: string
  blocks?: Block[]
  metadata?: unknown
  reactions?: { name: string; count: number }[]
}

type Answer = Record<string, unknown>

/** One channel of a workspace, its threads, and a person who writes there. */
export function slackDouble(clock: Clock): NetworkDouble {
  const messages: Message[] = []
  /** Looks at a file until Slack has its type. */
  const files = new Map<string, number>()
  let made = 0

  function add(
    by: { user: string; bot_id?: string },
    text: string,
    more: Partial<Message>,
  ): Message {
    const seconds = Math.floor(clock.now().getTime() / 1000)
    const ts = `${seconds}.${String(++made).padStart(6, '0')}`
    const root = find(more.thread_ts)
    const parent = root ? { parent_user_id: root.user } : {}
    const message: Message = { type: 'message', ts, text, ...by, ...parent, ...more }
    messages.push(message)
    return message
  }

  const find = (ts: string | undefined) => messages.find((message) => message.ts === ts)
  const repliesTo = (ts: string) =>
    messages.filter((message) => message.thread_ts === ts && message.ts !== ts)

  function shown(message: Message, all: boolean): Answer {
    const replies = repliesTo(message.ts)
    const latest = replies.at(-1)?.ts
    const thread = latest
      ? {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users: [...new Set(replies.map(({ user }) => user))],
          latest_reply: latest,
        }
      : {}
    const { metadata, ...rest } = message
    return { ...rest, ...thread, ...(all && metadata ? { metadata } : {}) }
  }

  /** `oldest` and `latest` are left out themselves, unless `inclusive`. */
  function page(list: Message[], asked: URLSearchParams): Answer {
    const from = Number(asked.get('oldest') ?? 0)
    const to = Number(asked.get('latest') ?? Number.POSITIVE_INFINITY)
    const whole = asked.get('inclusive') === 'true'
    const inside = list.filter(({ ts }) =>
      whole ? Number(ts) >= from && Number(ts) <= to : Number(ts) > from && Number(ts) < to,
    )
    const start = Number(asked.get('cursor') ?? 0)
    const limit = Number(asked.get('limit') ?? 100)
    const all = asked.get('include_all_metadata') === 'true'
    const next = start + limit < inside.length ? String(start + limit) : ''
    return {
      messages: inside.slice(start, start + limit).map((message) => shown(message, all)),
      has_more: next !== '',
      response_metadata: { next_cursor: next },
    }
  }

  const methods: Record<string, (asked: URLSearchParams) => Answer | string> = {
    'auth.test': () => ({
      url: 'https://atelier-morel.slack.com/',
      team: 'Atelier Morel',
      user: 'vigie',
      team_id: 'T0MOREL001',
      user_id: bot.user,
      bot_id: bot.bot_id,
    }),
    'conversations.info': () => ({
      channel: {
        id: channel,
        name: 'annonces',
        is_member: true,
        is_archived: false,
        num_members: 23,
      },
    }),
    'users.info': (asked) => {
      const isYanis = asked.get('user') === yanis.user
      const name = isYanis ? 'yanis' : 'vigie'
      return {
        user: {
          id: asked.get('user'),
          name,
          real_name: isYanis ? 'Yanis B.' : 'Vigie',
          profile: {},
        },
      }
    },
    'files.getUploadURLExternal': () => {
      const id = `F0FILE${String(++made).padStart(4, '0')}`
      files.set(id, made % 2)
      return { file_id: id, upload_url: `https://files.slack.com/upload/v1/${id}` }
    },
    'files.completeUploadExternal': (asked) => ({
      files: JSON.parse(asked.get('files') ?? '[]') as unknown,
    }),
    'files.info': (asked) => {
      const id = asked.get('file') ?? ''
      const looks = files.get(id) ?? 0
      files.set(id, looks - 1)
      return { file: { id, mimetype: looks > 0 ? '' : 'image/png' } }
    },
    'chat.postMessage': (asked) => {
      const text = asked.get('text') ?? ''
      const thread = asked.get('thread_ts') ?? undefined
      if (thread && !find(thread)) return 'thread_not_found'
      const blocks = JSON.parse(asked.get('blocks') ?? '[]') as Block[]
      const early = blocks.some(
        ({ slack_file }) => slack_file && (files.get(slack_file.id) ?? 1) > 0,
      )
      if (early) return 'invalid_blocks'
      const metadata: unknown = JSON.parse(asked.get('metadata') ?? 'null')
      const message = add(bot, text, { blocks, metadata, ...(thread ? { thread_ts: thread } : {}) })
      return { channel, ts: message.ts, message: shown(message, true) }
    },
    'chat.delete': (asked) => {
      const message = find(asked.get('ts') ?? '')
      if (!message) return 'message_not_found'
      messages.splice(messages.indexOf(message), 1)
      return { channel, ts: message.ts }
    },
    'conversations.history': (asked) =>
      page(
        messages.toReversed().filter(({ thread_ts }) => !thread_ts),
        asked,
      ),
    'conversations.replies': (asked) => {
      const root = find(asked.get('ts') ?? '')
      if (!root) return 'thread_not_found'
      return page([root, ...repliesTo(root.ts)], asked)
    },
    'reactions.get': (asked) => {
      const message = find(asked.get('timestamp') ?? '')
      return message
        ? { type: 'message', channel, message: shown(message, false) }
        : 'message_not_found'
    },
  }

  function answer(url: URL, init: FetchInit): Response {
    if (url.host === 'files.slack.com') return new Response('OK - 120', { status: 200 })
    if (init.headers?.['authorization'] !== `Bearer ${token}`) return no('invalid_auth')
    const asked =
      init.body === undefined ? url.searchParams : new URLSearchParams(String(init.body))
    if (asked.has('channel') && asked.get('channel') !== channel) return no('channel_not_found')
    const said = methods[url.pathname.replace('/api/', '')]?.(asked) ?? 'unknown_method'
    return typeof said === 'string' ? no(said) : json({ ok: true, ...said })
  }

  return {
    async fetch(address, init = {}) {
      const said = answer(new URL(address), init)
      said.headers.set('date', clock.now().toUTCString())
      return said
    },
    published: () =>
      messages
        .filter(({ bot_id }) => bot_id === bot.bot_id)
        .map((message) => ({
          remoteId: message.ts,
          text: wordsIn(message),
          alts: (message.blocks ?? []).flatMap(({ alt_text }) => alt_text ?? []),
          ...(message.thread_ts ? { replyTo: above(message) } : {}),
        })),
    speak(text, about) {
      if (about === null) return add(yanis, `<@${bot.user}> ${text}`, {}).ts
      return add(yanis, text, { thread_ts: find(about)?.thread_ts ?? about }).ts
    },
    like(remoteId) {
      const message = find(remoteId)
      if (message) message.reactions = [...(message.reactions ?? []), { name: 'heart', count: 1 }]
    },
  }

  /** A thread is flat: what a message answers is what stands above it. */
  function above({ ts, thread_ts = '' }: Message): string {
    return repliesTo(thread_ts).findLast((other) => Number(other.ts) < Number(ts))?.ts ?? thread_ts
  }
}

/** Beside blocks the text is not shown. */
function wordsIn({ text, blocks = [] }: Message): string {
  const rich = blocks.find(({ type }) => type === 'rich_text')
  if (blocks.length === 0) return read(text)
  const sections = rich?.elements ?? []
  return sections.flatMap(({ elements }) => elements.map((one) => one.text ?? one.url)).join('')
}

const read = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

const json = (body: Answer) =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })

const no = (error: string) => json({ ok: false, error })

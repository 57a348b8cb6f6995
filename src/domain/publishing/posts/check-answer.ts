import { isMissing } from '#domain/channels/index.ts'
import type { Text } from '#platform/text.ts'
import * as words from './answer-findings.ts'
import type { Copy } from './copy.ts'
import { type Finding, finding } from './finding.ts'
import { networkName } from './network-name.ts'

/** What is answered, as far as it decides whether it can be. */
export interface Answered {
  data?: Record<string, unknown>
  /** When its author last spoke in that conversation. */
  lastHeard: Date
}

/**
 * Why nothing can be answered, whatever is written: the account, its network, or the time that has passed; null where
 * nothing is known to stand against it. Where it has to be answered instead (`answeredThere`) is not said here. Pure.
 * @param answered what was said; without it only the account is looked at
 */
export function whyNoAnswer(
  { channel, connector }: Pick<Copy, 'channel' | 'connector'>,
  answered: Answered | undefined,
  now: Date,
): Text | null {
  const { capabilities, answersOnly } = connector.manifest
  const params = { network: networkName(connector), account: channel.handle }
  const said = (text: Text) => finding('channelId', text, params).text
  if (isMissing(connector)) return said(words.noConnector)
  if (!capabilities.publish && !answersOnly) return said(words.readsOnly)
  if (channel.state === 'disconnected') return said(words.takenOff)
  if (channel.state === 'broken') return said(words.broken)
  const closed = connector.handed?.({ settings: channel.settings ?? {} }).closed
  if (closed) return closed
  if (!answered) return null
  return connector.publish?.unanswerable?.(answered, answered.lastHeard, now) ?? null
}

/**
 * What is to be corrected in an answer, which is words and nothing else: it needs no picture and no option, where a
 * post would, and may be shorter or longer. Pure.
 * @returns the problem, and whether its length is all there is to it; null where it may leave
 */
export function checkAnswer({
  connector,
  limits,
  text,
}: Pick<Copy, 'connector' | 'limits' | 'text'>): { problem: Finding; isLength: boolean } | null {
  const { answeredThere } = connector.manifest
  if (answeredThere) return { problem: { field: 'text', text: answeredThere }, isLength: false }
  const network = networkName(connector)
  if (text.trim() === '')
    return { problem: finding('text', words.empty, { network }), isLength: false }
  const max = limits.answerMax
  const over = max === null ? 0 : connector.text.count(text) - max
  if (max === null || over <= 0) return null
  const sentence = over === 1 ? words.tooLongByOne : words.tooLong
  return { problem: finding('text', sentence, { network, over, max }), isLength: true }
}

/** The limits of what is said under a post: an answer, a comment, the parts of a thread. */
export const inAnswer = (limits: Copy['limits']): Copy['limits'] => ({
  ...limits,
  textMax: limits.answerMax,
})

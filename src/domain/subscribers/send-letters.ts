import { randomUUID } from 'node:crypto'
import type { Image, LetterBox, LetterFor } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import {
  type Channel,
  connectorOf,
  findChannel,
  reportFailure,
  withAccess,
} from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { type Claimed, claimLetter, claimMailing } from './claim-mailing.ts'
import { originOf } from './mailings.ts'
import { messageIdOf } from './message-id.ts'
import { keepRefusal, keepSent, keepTrouble, rest, type Turn } from './settle-letter.ts'
import type { MailingRow, SubscribersTables } from './tables.ts'

/** What one turn sends at most: others must have theirs. */
const AT_ONCE = 200
const minute = 60_000

/** Sends letters of the mailing that is due first. @returns how many were tried; 0 when nothing was due */
export async function sendLetters(desk: Desk): Promise<number> {
  const owner = randomUUID()
  const mailing = await claimMailing(desk.db, desk.clock.now(), owner)
  if (!mailing) return 0
  const turn = { desk, mailing, owner }
  const channel = await findChannel(desk.db, mailing.companyId, mailing.channelId)
  if (channel?.state !== 'connected') {
    await rest(turn, 15 * minute)
    return 1
  }
  const connector = connectorOf(desk, channel)
  const opened = await withAccess(desk, channel, async (account, tools) =>
    connector.letters
      ? connector.letters.open(tools, account)
      : { ok: false, failure: { kind: 'transient', detail: 'no letters' } },
  )
  if (!opened.ok) {
    await reportFailure(desk.db, channel.id, opened.failure, desk.clock.now())
    await rest(turn, waitAfter(desk, opened.failure))
    return 1
  }
  try {
    return await sendThrough(turn, channel, opened.value)
  } finally {
    opened.value.close()
  }
}

async function sendThrough(turn: Turn, channel: Channel, box: LetterBox): Promise<number> {
  const { desk, mailing, owner } = turn
  const common = await commonPart(desk, mailing, channel)
  let tried = 0
  while (tried < AT_ONCE) {
    const claimed = await claimLetter(desk.db, mailing.id, desk.clock.now(), owner)
    if (!claimed) break
    tried++
    const sent = await box.send({ ...common.letter, ...forOne(common.origin, mailing, claimed) })
    if (sent.ok) {
      await keepSent(turn, claimed)
      continue
    }
    const { failure } = sent
    if (failure.kind === 'rejected') {
      await keepRefusal(turn, claimed, failure)
      continue
    }
    await keepTrouble(turn, claimed, failure)
    // A server that only wants this person to wait takes the others.
    if (failure.kind === 'rate') continue
    await rest(turn, waitAfter(desk, failure))
    return tried
  }
  await rest(turn, 0)
  return Math.max(tried, 1)
}

const waitAfter = (desk: Desk, failure: Failure) =>
  failure.kind === 'rate' ? failure.until.getTime() - desk.clock.now().getTime() : minute

/** What is the same for everybody. */
async function commonPart(desk: Desk, mailing: MailingRow, channel: Channel) {
  const { language } = await companyOf(desk.db, channel.companyId)
  const origin = (await originOf(desk, channel.companyId)) ?? desk.localUrl
  const letter = {
    subject: mailing.subject,
    text: mailing.body,
    language: mailing.language ?? language,
    images: await picturesOf(desk, mailing.id),
    at: mailing.at,
  }
  return { letter, origin }
}

export async function picturesOf(desk: Desk, mailingId: string): Promise<Image[]> {
  const rows = await tablesOf<SubscribersTables>(desk.db)
    .selectFrom('mailingPictures')
    .selectAll()
    .where('mailingId', '=', mailingId)
    .orderBy('position')
    .execute()
  return rows.map(({ bytes, type, width, height, alt }) => ({
    bytes: Uint8Array.from(bytes),
    type,
    width,
    height,
    alt,
  }))
}

type ForOne = Pick<LetterFor, 'to' | 'messageId' | 'unsubscribe'>

function forOne(origin: string, { id }: MailingRow, { subscriber }: Claimed): ForOne {
  const { name, address, token } = subscriber
  return {
    to: { name, address },
    messageId: messageIdOf(id, address),
    unsubscribe: `${origin}/u/${token}`,
  }
}

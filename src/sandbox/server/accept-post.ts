import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { tablesOf } from '#platform/db/database.ts'
import { audienceAnswers, audienceReacts } from './audience.ts'
import { ALT_MAX, flavourOf, lengthOf, VIDEO_TYPES } from './flavours.ts'
import { checkPoll, pollInput } from './polls.ts'
import { Refusal } from './refusal.ts'
import type { AccountRow, PostImage, PostRow, SandboxTables } from './tables.ts'
import { sandboxDb, type SandboxDb, type SandboxTools } from './tools.ts'

export const postInput = z.object({
  text: z.string().max(200_000).default(''),
  language: z.string().max(10).optional(),
  images: z
    .array(z.object({ id: z.uuid(), alt: z.string().max(ALT_MAX).default('') }))
    .max(20)
    .default([]),
  replyTo: z.string().max(200).optional(),
  poll: pollInput.optional(),
})
export type PostInput = z.infer<typeof postInput>

/**
 * Accepts a post or a reply: stores it together with all that its audience will do, or answers the earlier
 * one when the same key comes again and the account's network honours keys.
 * @param key the `Idempotency-Key`, if one was sent
 * @throws Refusal for what the network does not publish
 */
export async function acceptPost(
  tools: SandboxTools,
  account: AccountRow,
  input: PostInput,
  key: string | undefined,
): Promise<{ post: PostRow; isNew: boolean }> {
  const earlier = await earlierUnder(sandboxDb(tools.db), account, key)
  if (earlier) return { post: earlier, isNew: false }
  checkWords(account, input)
  checkPoll(input.poll, flavourOf(account.flavour))
  const images = await imagesOf(tools, account, input)
  const parent = await parentOf(tools, account, input.replyTo)
  const row = rowOf(tools, account, input, images, parent, key)
  const stored = await tablesOf<SandboxTables>(tools.db)
    .transaction()
    .execute(async (trx) => {
      const inserted = await trx
        .insertInto('sandboxPosts')
        .values(row)
        .onConflict((conflict) => conflict.columns(['accountId', 'honouredKey']).doNothing())
        .returningAll()
        .executeTakeFirst()
      if (!inserted) return null
      const within = { ...tools, db: trx }
      if (parent) await audienceAnswers(within, account, inserted, parent)
      else await audienceReacts(within, account, inserted)
      return inserted
    })
  if (stored) return { post: stored, isNew: true }
  // Two requests under one key at the same moment: the other one won.
  const winner = await earlierUnder(sandboxDb(tools.db), account, key)
  if (!winner) throw new Refusal(409, 'conflict', 'The same key is being used at this moment.')
  return { post: winner, isNew: false }
}

async function earlierUnder(db: SandboxDb, account: AccountRow, key: string | undefined) {
  if (!key || !account.honoursKeys) return undefined
  return db
    .selectFrom('sandboxPosts')
    .selectAll()
    .where('accountId', '=', account.id)
    .where('honouredKey', '=', key)
    .executeTakeFirst()
}

function checkWords(account: AccountRow, input: PostInput) {
  const flavour = flavourOf(account.flavour)
  const refuse = (code: string, message: string) => new Refusal(422, code, message)
  if (input.text.trim() === '' && input.images.length === 0) {
    throw refuse('empty', 'Write something, or add an image.')
  }
  if (lengthOf(input.text) > flavour.textMax) {
    throw refuse('text_too_long', `A text has ${flavour.textMax} characters at most.`)
  }
  if (input.images.length > flavour.imagesMax) {
    throw refuse('too_many_images', `A post has ${flavour.imagesMax} images at most.`)
  }
  if (flavour.imageRequired && !input.replyTo && input.images.length === 0) {
    throw refuse('image_required', `${flavour.name} shows images: add one.`)
  }
}

async function imagesOf(
  tools: SandboxTools,
  account: AccountRow,
  input: PostInput,
): Promise<PostImage[]> {
  if (input.images.length === 0) return []
  const stored = await sandboxDb(tools.db)
    .selectFrom('sandboxMedia')
    .select(['id', 'type', 'width', 'height'])
    .where('accountId', '=', account.id)
    .where(
      'id',
      'in',
      input.images.map((image) => image.id),
    )
    .execute()
  return input.images.map(({ id, alt }) => {
    const media = stored.find((one) => one.id === id)
    if (!media)
      throw new Refusal(422, 'unknown_media', `Image ${id} was not uploaded by this account.`)
    const { type, ...image } = media
    return { ...image, alt, ...(VIDEO_TYPES.includes(type) ? { type } : {}) }
  })
}

async function parentOf(tools: SandboxTools, account: AccountRow, replyTo: string | undefined) {
  if (!replyTo) return undefined
  const parent = await sandboxDb(tools.db)
    .selectFrom('sandboxPosts')
    .selectAll()
    .where('id', '=', replyTo)
    .where('at', '<=', tools.clock.now())
    .where('deletedAt', 'is', null)
    .where((eb) => eb.or([eb('accountId', '=', account.id), eb('accountId', 'is', null)]))
    .executeTakeFirst()
  if (!parent) throw new Refusal(422, 'unknown_parent', 'What you answer no longer exists.')
  return parent
}

function rowOf(
  tools: SandboxTools,
  account: AccountRow,
  input: PostInput,
  images: PostImage[],
  parent: PostRow | undefined,
  key: string | undefined,
) {
  return {
    id: uuid(),
    accountId: account.id,
    memberId: null,
    rootId: parent ? (parent.rootId ?? parent.id) : null,
    replyTo: parent?.id ?? null,
    text: input.text,
    language: input.language ?? null,
    images: JSON.stringify(images),
    poll: input.poll ? JSON.stringify(input.poll) : null,
    tone: null,
    honouredKey: account.honoursKeys ? (key ?? null) : null,
    sentKey: key ?? null,
    at: tools.clock.now(),
    deletedAt: null,
  }
}

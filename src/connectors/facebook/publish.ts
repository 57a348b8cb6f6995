import { z } from 'zod'
import type {
  Account,
  Image,
  Outgoing,
  Publish,
  Published,
  Tools,
  Video,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { isGone } from '#connectors/_meta/meaning.ts'
import { confirm } from './confirm.ts'
import { callAs, videoBase } from './page.ts'
import { publishedAs } from './published.ts'
import { refuse } from './refuse.ts'
import { reply, unanswerable } from './reply.ts'
import { text as rules } from './text.ts'

export const publish: Publish = { publish: send, confirm, remove, idIn, unanswerable }

const made = z.object({ id: z.string() })

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return refused
  if (outgoing.replyTo) return reply(tools, account, outgoing, outgoing.replyTo)
  const { video } = outgoing
  const sent = video
    ? await sendVideo(tools, account, outgoing.text, video)
    : await sendPost(tools, account, outgoing)
  if (sent.ok || !sent.failure.detail.includes('#506')) return sent
  // The same post twice in a row: it may be this very delivery, whose answer was lost.
  const found = await confirm(tools, account, outgoing)
  return found.ok && found.value ? done(found.value) : sent
}

/** Photos are uploaded unseen, each with its description; the post then shows them (pages-api/posts, 2026-11-25). */
async function sendPost(
  tools: Tools,
  account: Account,
  { text, images }: Outgoing,
): Promise<Outcome<Published>> {
  const attached: { media_fbid: string }[] = []
  for (const image of images) {
    const uploaded = await upload(tools, account, image)
    if (!uploaded.ok) return uploaded
    attached.push({ media_fbid: uploaded.value })
  }
  const link = rules.spans(text).find(({ kind }) => kind === 'link')?.value
  const json = {
    ...(text === '' ? {} : { message: text }),
    // Without it, a link of the text gets no card.
    ...(link && attached.length === 0 ? { link } : {}),
    ...(attached.length > 0 ? { attached_media: attached } : {}),
  }
  const call = { path: `/${account.remoteId}/feed`, method: 'POST' as const, json, publishes: true }
  const post = await callAs(tools, account, call, made)
  return post.ok ? done(publishedAs(post.value.id, tools.clock.now())) : post
}

async function upload(tools: Tools, account: Account, image: Image): Promise<Outcome<string>> {
  const body = new FormData()
  body.set('source', new Blob([image.bytes], { type: image.type }), `photo.${endingOf(image)}`)
  body.set('published', 'false')
  if (image.alt !== '') body.set('alt_text_custom', image.alt)
  const path = `/${account.remoteId}/photos`
  const photo = await callAs(
    tools,
    account,
    { path, method: 'POST', body, timeoutMs: 60_000 },
    made,
  )
  return photo.ok ? done(photo.value.id) : photo
}

async function sendVideo(
  tools: Tools,
  account: Account,
  text: string,
  { file, type, poster }: Video,
): Promise<Outcome<Published>> {
  const body = new FormData()
  body.set('source', file, `video.${endingOf({ type })}`)
  if (text !== '') body.set('description', text)
  if (poster)
    body.set('thumb', new Blob([poster.bytes], { type: poster.type }), `still.${endingOf(poster)}`)
  const path = `/${account.remoteId}/videos`
  const call = { path, base: videoBase, method: 'POST' as const, body, timeoutMs: 600_000 }
  const video = await callAs(tools, account, { ...call, publishes: true }, made)
  if (!video.ok) return video
  // The post around it has an id of its own; until Facebook tells it, the video's stands for both.
  const asked = { path: `/${video.value.id}`, query: { fields: 'post_id' } }
  const post = await callAs(tools, account, asked, z.object({ post_id: z.string().optional() }))
  const postId = post.ok ? post.value.post_id : undefined
  const id = postId ? wholeId(account, postId) : video.value.id
  return done(publishedAs(id, tools.clock.now()))
}

const wholeId = ({ remoteId }: Pick<Account, 'remoteId'>, id: string) =>
  id.includes('_') ? id : `${remoteId}_${id}`

const endingOf = ({ type }: { type: string }) =>
  type === 'video/quicktime' ? 'mov' : (type.split('/')[1] ?? 'bin')

async function remove(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  if (remoteId.startsWith('m_')) return rejected('post', messagesStay)
  const call = { path: `/${remoteId}`, method: 'DELETE' as const }
  const answer = await callAs(tools, account, call, z.unknown())
  return answer.ok || isGone(answer.failure) ? done(null) : answer
}

const messagesStay = {
  en: 'A message that was sent on Messenger cannot be taken back from here: delete it in Meta Business Suite.',
  fr: 'Un message envoyé sur Messenger ne peut pas être repris d’ici : supprimez-le dans Meta Business Suite.',
}

/**
 * `/<page>/posts/<id>`, `/<page>/videos/<id>`, `/<page id>_<id>`, `permalink.php?story_fbid=<id>`: only digits can be
 * asked for; the ids that begin with `pfbid` mean nothing to the API.
 */
function idIn(
  account: Pick<Account, 'remoteId' | 'handle'>,
  { host, pathname, searchParams }: URL,
): string | null {
  if (!/^(www\.|m\.)?facebook\.com$/.test(host)) return null
  const whole = /^\/(\d+)_(\d+)\/?$/.exec(pathname)
  if (whole) return whole[1] === account.remoteId ? `${whole[1]}_${whole[2]}` : null
  const [, owner, id] = /^\/([^/]+)\/(?:posts|videos)\/(?:[^/]+\/)?(\d+)\/?$/.exec(pathname) ?? []
  const isOurs = owner === account.remoteId || owner?.toLowerCase() === account.handle.toLowerCase()
  if (id) return isOurs ? wholeId(account, id) : null
  const story = searchParams.get('story_fbid')
  const isPage = searchParams.get('id') === account.remoteId
  return isPage && story && /^\d+$/.test(story) ? wholeId(account, story) : null
}

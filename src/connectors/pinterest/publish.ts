import { z } from 'zod'
import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { needsMedia, rejected, tooLong } from '#connectors/_contract/refusals.ts'
import { refuseImages, refuseVideo } from '#connectors/_contract/refuse-media.ts'
import { call, callForTime, isGone, network } from './api.ts'
import { mediaSource } from './media.ts'
import { boardNamed, checkOptions, optionsOf } from './options.ts'
import { type Pin, pinSchema, publishedOf, timeOf, wordsOf } from './pin.ts'
import { text as rules } from './text.ts'

export const publish: Publish = { publish: send, confirm, remove, idIn }

const limits = { text: 800, images: 5, imageBytes: 20_000_000, videoBytes: 1_000_000_000 }

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(account, outgoing)
  if (refused) return refused
  const media = await mediaSource(tools, account, outgoing)
  if (!media.ok) return media
  const board = boardNamed(account, optionsOf(outgoing).board)
  const said = Object.entries(wordsOf(outgoing)).filter(([, value]) => value !== '')
  const request = {
    path: 'pins',
    method: 'POST' as const,
    json: { board_id: board?.id, ...Object.fromEntries(said), media_source: media.value },
    publishes: true,
    timeoutMs: 120_000,
  }
  const made = await call(tools, account, request, pinSchema)
  return made.ok ? done(publishedOf(made.value, tools.clock.now())) : made
}

/** What Pinterest would refuse, seen before anything is sent. */
function refuse(account: Account, { text, images, video, options }: Outgoing) {
  if (images.length === 0 && !video) return rejected('images', needsMedia(network))
  if (rules.count(text) > limits.text) return rejected('text', tooLong(network, limits.text))
  const ofImages = refuseImages(
    network,
    { max: limits.images, maxBytes: limits.imageBytes },
    images,
  )
  if (ofImages) return ofImages
  const [first] = images
  const isOdd = images.some(
    ({ width, height }) => width !== first?.width || height !== first.height,
  )
  if (isOdd) return rejected('images', sameSize)
  const ofVideo = refuseVideo(network, limits.videoBytes, { images, video })
  if (ofVideo) return ofVideo
  const [problem] = checkOptions(options, account)
  return problem ? rejected(`options/${problem.field}`, problem.reason) : null
}

/** A thousand Pins since the planned time. */
const mostPages = 4
/** How far their clock may be behind ours when it does not tell, in milliseconds; a little when it does. */
const gap = { untold: 5 * 60_000, told: 5000 }

/** Looks for a delivery among the account's own Pins since it was planned, by Pinterest's own clock. */
async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const board = boardNamed(account, optionsOf(outgoing).board)
  const schema = z.object({ items: z.array(pinSchema), bookmark: z.string().nullish() })
  const query: Record<string, string> = { page_size: '250' }
  let found: Pin | undefined
  for (let page = 0; page < mostPages; page++) {
    const answer = await callForTime(tools, account, { path: 'pins', query }, schema)
    if (!answer.ok) return answer
    const { value, theirNow } = answer.value
    const ahead = theirNow ? theirNow.getTime() - tools.clock.now().getTime() : 0
    const since = outgoing.plannedAt.getTime() + ahead - (theirNow ? gap.told : gap.untold)
    const recent = value.items.filter((pin) => timeOf(pin) >= since)
    // The earliest one: what came after it was said again on purpose.
    found = recent.findLast((pin) => isSame(pin, outgoing, board?.id)) ?? found
    if (recent.length < value.items.length || !value.bookmark) {
      return done(found ? publishedOf(found, tools.clock.now()) : null)
    }
    query['bookmark'] = value.bookmark
  }
  if (found) return done(publishedOf(found, tools.clock.now()))
  return failed({ kind: 'unknown-outcome', detail: 'too many Pins to be read back' })
}

function isSame(pin: Pin, outgoing: Outgoing, boardId: string | undefined): boolean {
  const said = wordsOf(outgoing)
  const kind = outgoing.video ? 'video' : outgoing.images.length > 1 ? 'multiple_images' : 'image'
  return (
    (!pin.media?.media_type || pin.media.media_type === kind) &&
    (!boardId || !pin.board_id || pin.board_id === boardId) &&
    bare(pin.title) === bare(said.title) &&
    bare(pin.description) === bare(said.description)
  )
}

const bare = (words: string | null | undefined) =>
  (words ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()

async function remove(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  const path = `pins/${encodeURIComponent(remoteId)}`
  const answer = await call(tools, account, { path, method: 'DELETE' }, z.unknown())
  return answer.ok || isGone(answer.failure) ? done(null) : answer
}

/** `https://www.pinterest.com/pin/<number>/`, in any of its countries. */
function idIn(_account: unknown, { host, pathname }: URL): string | null {
  if (!/^(?:[a-z]{2,3}\.)?(?:www\.)?pinterest\.(?:com|[a-z]{2}|co\.[a-z]{2})$/.test(host))
    return null
  return /^\/pin\/(?:[^/]*--)?(\d+)\/?$/.exec(pathname)?.[1] ?? null
}

const sameSize = {
  en: 'On Pinterest the images of one Pin must have the same size: cut them alike, or keep one.',
  fr: 'Sur Pinterest, les images d’une même Épingle doivent avoir les mêmes dimensions : recadrez-les de la même façon, ou n’en gardez qu’une.',
}

import type { Connector } from '#connectors/_contract/connector.ts'
import { type Channel, type ChannelLimits, isMissing } from '#domain/channels/index.ts'
import { hasRatio } from '../media/crop.ts'
import type { Crop, Poll } from '../model.ts'
import type { Media } from '../tables.ts'
import { checkFollowing } from './check-following.ts'
import { formAdvice, formChosen, formProblems, limitsInForm } from './check-form.ts'
import { checkOptions } from './check-options.ts'
import { checkPoll, pollAdvice } from './check-poll.ts'
import { type Film, videoAdvice, videoProblems } from './check-video.ts'
import { type Finding, finding } from './finding.ts'
import * as words from './findings.ts'
import { networkName } from './network-name.ts'

export { type Finding, finding }

/**
 * What becomes of the links: nothing to tell; replaced by short ones that count; left because people could not
 * reach the desk, or because the text would no longer fit.
 */
export type LinkFate = 'plain' | 'counted' | 'no-address' | 'no-room'

/** One account's version of a post, ready to be judged. */
export interface Copy {
  channel: Pick<Channel, 'state' | 'handle'> & Partial<Pick<Channel, 'settings'>>
  connector: Connector
  limits: ChannelLimits
  /** As it was written. */
  written: string
  /** As it will leave, links replaced. */
  text: string
  images: Pick<Media, 'id' | 'type' | 'alt' | 'animated' | 'fileName' | 'width' | 'height'>[]
  videos: Film[]
  /** By picture: what it is cut to; absent: as it is. */
  crops: Record<string, Crop>
  options: Record<string, unknown>
  links: LinkFate
  poll: Poll | null
  /** The parts of its thread, then its first comment. */
  following: Following[]
  /** It answers what was said: some accounts take nothing else. */
  answers?: boolean
}

/** What leaves after the post, as a reply to what is before it. */
export interface Following extends Pick<Copy, 'written' | 'text' | 'images' | 'videos' | 'links'> {
  /** Where it was written: `thread/<i>` or `firstComment`. */
  field: string
}

export interface Judgement {
  /** In the network's own unit. */
  length: number
  max: number | null
  following: { field: string; length: number }[]
  /** What would be refused. */
  problems: Finding[]
  /** What could be better, or will be changed. */
  advice: Finding[]
}

/** What a network would refuse of a copy, and what a careful colleague would remark. Pure. */
export function checkVariant(written: Copy): Judgement {
  const copy = { ...written, limits: limitsInForm(written) }
  const length = copy.connector.text.count(copy.text)
  return {
    length,
    max: copy.limits.textMax,
    following: copy.following.map(({ field, text }) => ({
      field,
      length: copy.connector.text.count(text),
    })),
    problems: [
      ...accountProblems(copy),
      ...textProblems(copy, length),
      ...imageProblems(copy),
      ...videoProblems(copy),
      ...nothingToSee(copy),
      ...shapeProblems(copy),
      ...formProblems(copy),
      ...checkFollowing(copy),
      ...checkPoll(copy),
      ...checkOptions(copy),
    ],
    advice: [
      ...textAdvice(copy, length),
      ...imageAdvice(copy),
      ...videoAdvice(copy),
      ...cropAdvice(copy),
      ...accountAdvice(copy),
      ...pollAdvice(copy),
      ...formAdvice(copy),
    ],
  }
}

function accountProblems({ channel, connector, answers }: Copy): Finding[] {
  if (isMissing(connector))
    return [finding('channelId', words.noConnector, { network: networkName(connector) })]
  const { capabilities, answersOnly } = connector.manifest
  if (!capabilities.publish && !(answers && answersOnly))
    return [finding('channelId', words.readsOnly, { network: networkName(connector) })]
  if (channel.state === 'disconnected')
    return [finding('channelId', words.takenOff, { account: channel.handle })]
  const closed = connector.handed?.({ settings: channel.settings ?? {} }).closed
  return closed
    ? [finding('channelId', words.closed, { reason: closed, account: channel.handle })]
    : []
}

function accountAdvice({ channel }: Copy): Finding[] {
  return channel.state === 'broken'
    ? [finding('channelId', words.broken, { account: channel.handle })]
    : []
}

export function textProblems(
  {
    text,
    images,
    videos,
    limits,
    connector,
  }: Pick<Copy, 'text' | 'images' | 'videos' | 'limits' | 'connector'>,
  length: number,
): Finding[] {
  const network = networkName(connector)
  if (text.trim() === '' && images.length + videos.length === 0)
    return [finding('text', words.empty, { network })]
  const over = limits.textMax === null ? 0 : length - limits.textMax
  if (over <= 0) return []
  return [
    finding('text', over === 1 ? words.tooLongByOne : words.tooLong, {
      network,
      over,
      max: limits.textMax ?? 0,
    }),
  ]
}

function nothingToSee(copy: Copy): Finding[] {
  const { images, videos, text, limits, connector, channel } = copy
  if (!limits.needsMedia || images.length + videos.length > 0 || text.trim() === '') return []
  // Where only some accounts of a network ask for one, the sentence is about the account.
  const said = connector.manifest.needsMedia
    ? finding('mediaIds', words.needsMedia, { network: networkName(connector) })
    : finding('mediaIds', words.accountNeedsMedia, { handle: channel.handle })
  return [said]
}

export function imageProblems({
  images,
  limits,
  connector,
}: Pick<Copy, 'images' | 'limits' | 'connector'>): Finding[] {
  const network = networkName(connector)
  if (images.length === 0) return []
  if (!connector.manifest.images || limits.imagesMax === 0)
    return [finding('mediaIds', words.noImages, { network })]
  const problems: Finding[] = []
  if (images.length > limits.imagesMax) {
    problems.push(
      finding('mediaIds', words.tooManyImages, {
        network,
        max: limits.imagesMax,
        over: images.length - limits.imagesMax,
      }),
    )
  }
  for (const { animated, type, alt, fileName: name } of images) {
    if (animated && !limits.imageTypes.includes(type))
      problems.push(finding('mediaIds', words.noAnimation, { network, name }))
    const over = limits.altMax === null ? 0 : [...alt].length - limits.altMax
    if (over > 0) problems.push(finding('mediaIds', words.altTooLong, { network, name, over }))
  }
  return problems
}

/** What is too flat or too tall, unless it is cut: every cut fits. */
function shapeProblems({ images, crops, connector, options }: Copy): Finding[] {
  const { manifest } = connector
  const { ratio } = formChosen({ connector, options }) ?? manifest.images ?? {}
  if (!ratio) return []
  const wrong = images.filter(({ id, width, height }) => {
    const shape = width / height
    return !crops[id] && (shape < ratio.min || shape > ratio.max)
  })
  return wrong.map(({ fileName: name }) =>
    finding('mediaIds', words.wrongShape, { network: manifest.name, name }),
  )
}

function textAdvice({ connector, links }: Copy, length: number): Finding[] {
  const advice: Finding[] = []
  const network = networkName(connector)
  const foldsAt = connector.manifest.text?.foldsAt?.value
  if (foldsAt && length > foldsAt)
    advice.push(finding('text', words.folds, { network, at: foldsAt }))
  if (links !== 'plain') advice.push(finding('text', words.linkFates[links], { network }))
  return advice
}

function imageAdvice({ connector, options, images, videos, text }: Copy): Finding[] {
  if (!connector.manifest.images || videos.length > 0) return []
  if (formChosen({ connector, options })?.described === false) return []
  if (images.length === 0) return text.trim() === '' ? [] : [finding('mediaIds', words.noPicture)]
  const bare = images.filter(({ alt }) => alt.trim() === '').length
  if (bare === 0) return []
  return [finding('mediaIds', bare === 1 ? words.oneWithoutAlt : words.withoutAlt, { count: bare })]
}

/** Where the network cuts by itself, one cuts better oneself. */
function cropAdvice({ images, crops, limits, connector }: Copy): Finding[] {
  const { imageRatio: ratio } = limits
  if (!ratio) return []
  const cut = images.filter((image) => !crops[image.id] && !hasRatio(image, ratio))
  const params = { network: networkName(connector), ratio }
  return cut.map(({ fileName: name }) =>
    finding('mediaIds', words.cutByNetwork, { ...params, name }),
  )
}

import { isMissing } from '#domain/channels/index.ts'
import type { Copy } from './copy.ts'
import { type Finding, finding } from './finding.ts'
import * as words from './findings.ts'
import { networkName } from './network-name.ts'

/** What keeps an account from publishing anything. */
export function accountProblems({
  channel,
  connector,
}: Pick<Copy, 'channel' | 'connector'>): Finding[] {
  if (isMissing(connector))
    return [finding('channelId', words.noConnector, { network: networkName(connector) })]
  if (!connector.manifest.capabilities.publish)
    return [finding('channelId', words.readsOnly, { network: networkName(connector) })]
  if (channel.state === 'disconnected')
    return [finding('channelId', words.takenOff, { account: channel.handle })]
  const closed = connector.handed?.({ settings: channel.settings ?? {} }).closed
  return closed
    ? [finding('channelId', words.closed, { reason: closed, account: channel.handle })]
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

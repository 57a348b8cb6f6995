import type { Text } from '#platform/text.ts'
import type { Copy } from './copy.ts'
import { type Finding, finding } from './finding.ts'
import { networkName } from './network-name.ts'
import * as words from './video-findings.ts'

/** What a network would refuse of the videos of a copy. Pure. */
export function videoProblems({ videos, images, limits, connector }: Copy): Finding[] {
  const [film, ...others] = videos
  if (!film) return []
  const network = networkName(connector)
  const found = (text: Text, params: Record<string, string | number> = {}) =>
    finding('mediaIds', text, { network, name: film.fileName, ...params })
  if (!limits.video || limits.video.types.length === 0) return [found(words.noVideos)]
  if (others.length > 0) return [found(words.oneVideo)]
  if (images.length > 0) return [found(words.videoOrImages)]
  const { types, codecs, maxBytes, maxSeconds, maxPixels, maxFrameRate, ratio } = limits.video
  const { seconds = 0, videoCodec = '', frameRate = 0 } = film.video ?? {}
  const shape = film.width / film.height
  const problems: Finding[] = []
  if (!types.includes(film.type))
    problems.push(found(words.videoType, { types: types.map(nameOf).join(', ') }))
  else if (codecs && !codecs.includes(videoCodec))
    problems.push(found(words.videoCodec, { codec: videoCodec.toUpperCase() }))
  if (film.bytes > maxBytes)
    problems.push(found(words.videoTooHeavy, { mb: up(film.bytes / 1e6), max: maxBytes / 1e6 }))
  if (maxSeconds && seconds > maxSeconds)
    problems.push(found(words.videoTooLong, { seconds: up(seconds), max: maxSeconds }))
  if (maxPixels && film.width * film.height > maxPixels)
    problems.push(found(words.videoTooLarge, { width: film.width, height: film.height }))
  if (maxFrameRate && frameRate > maxFrameRate)
    problems.push(found(words.videoTooFast, { rate: up(frameRate), max: maxFrameRate }))
  if (ratio && (shape < ratio.min || shape > ratio.max)) problems.push(found(words.videoRatio))
  return problems
}

/** What a careful colleague would remark. */
export function videoAdvice({ videos, connector }: Copy): Finding[] {
  if (!connector.manifest.video?.described) return []
  const bare = videos.filter(({ alt }) => alt.trim() === '')
  return bare.map(({ fileName: name }) => finding('mediaIds', words.videoWithoutAlt, { name }))
}

const up = (value: number) => Math.ceil(value)
const nameOf = (type: string) => type.replace('video/', '').toUpperCase()

import { hasRatio } from '../media/crop.ts'
import { checkFollowing } from './check-following.ts'
import { formAdvice, formChosen, formProblems, limitsInForm } from './check-form.ts'
import { checkOptions } from './check-options.ts'
import { checkPoll, pollAdvice } from './check-poll.ts'
import { videoAdvice, videoProblems } from './check-video.ts'
import type { Copy, Judgement } from './copy.ts'
import { type Finding, finding } from './finding.ts'
import * as words from './findings.ts'
import { networkName } from './network-name.ts'
import { accountProblems, imageProblems, textProblems } from './usual-problems.ts'

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
      max: copy.limits.answerMax,
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

function accountAdvice({ channel }: Copy): Finding[] {
  return channel.state === 'broken'
    ? [finding('channelId', words.broken, { account: channel.handle })]
    : []
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

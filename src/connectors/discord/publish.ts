import { z } from 'zod'
import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import {
  emptyPost,
  imageTooHeavy,
  rejected,
  tooLong,
  tooManyImages,
  videoOrImages,
  videoTooHeavy,
} from '#connectors/_contract/refusals.ts'
import { idIn, settingsOf } from './account.ts'
import { callAs, network } from './api.ts'
import { confirm } from './confirm.ts'
import { bodyOf } from './content.ts'
import { messageSchema, publishedOf } from './message.ts'
import { readPoll, refusePoll } from './poll.ts'
import { text as rules } from './text.ts'

export const publish: Publish = { publish: send, confirm, remove, readPoll, idIn }

const textMax = 2000
const imagesMax = 10
/** 20 MiB each (docs.discord.com/developers/reference#uploading-files, read 2026-11-25: it was 10 before). */
const fileMaxBytes = 20_971_520
/** 25 MiB the whole request, less what surrounds the files. */
const requestMaxBytes = 26_214_400 - 65_536

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(outgoing)
  if (refused) return refused
  const path = `/channels/${settingsOf(account).channelId}/messages`
  const request = { path, method: 'POST' as const, ...bodyOf(outgoing), publishes: true }
  const made = await callAs(tools, account, request, messageSchema)
  return made.ok ? done(publishedOf(account, made.value)) : made
}

/** What Discord would refuse, seen before anything is sent. */
function refuse({ text, images, video, poll }: Outgoing) {
  const hasFiles = images.length > 0 || video !== undefined
  if (text.trim() === '' && (!hasFiles || poll)) return rejected('text', emptyPost(network))
  if (rules.count(text) > textMax) return rejected('text', tooLong(network, textMax))
  if (images.length > imagesMax) return rejected('images', tooManyImages(network, imagesMax))
  if (images.some(({ bytes }) => bytes.length > fileMaxBytes)) {
    return rejected('images', imageTooHeavy(network, fileMaxBytes))
  }
  const together = images.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (together > requestMaxBytes) return rejected('images', heavyTogether)
  if (video && images.length > 0) return rejected('video', videoOrImages(network))
  if (video && video.file.size > fileMaxBytes) {
    return rejected('video', videoTooHeavy(network, fileMaxBytes))
  }
  if (poll && hasFiles) return rejected('poll', pollOrFiles)
  return refusePoll(text, poll)
}

async function remove(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  const path = `/channels/${settingsOf(account).channelId}/messages/${encodeURIComponent(remoteId)}`
  const removed = await callAs(tools, account, { path, method: 'DELETE' }, z.unknown())
  // 10008: there is no such message any more.
  return removed.ok || removed.failure.detail.includes('(10008)') ? done(null) : removed
}

const heavyTogether = {
  en: 'The images are heavier together than the 25 MB that Discord accepts in one message.',
  fr: 'Les images dépassent ensemble les 25 Mo que Discord accepte dans un message.',
}

const pollOrFiles = {
  en: 'A poll leaves alone, without pictures or video.',
  fr: 'Un sondage part seul, sans image ni vidéo.',
}

import type { z } from 'zod'
import type { PostView, postInput, variantInput } from '#domain/publishing/api.ts'

/** A post as it is being written: what the desk keeps of it, without its date. */
export type Draft = z.output<typeof postInput>
export type Variant = z.output<typeof variantInput>

export function emptyDraft(channelIds: readonly string[]): Draft {
  return {
    text: '',
    language: null,
    mediaIds: [],
    variants: channelIds.map(plainVariant),
    trackLinks: true,
    campaign: null,
    thread: [],
    firstComment: '',
    poll: null,
    labels: [],
    about: null,
    campaignId: null,
  }
}

export const plainVariant = (channelId: string): Variant => ({
  channelId,
  text: null,
  mediaIds: null,
  thread: null,
  firstComment: null,
  options: {},
  crops: {},
})

export function draftOf(post: PostView): Draft {
  const { text, language, mediaIds, variants, trackLinks, campaign } = post
  const { thread, firstComment, poll, labels, about, campaignId } = post
  const words = { text, language, mediaIds, variants, trackLinks, campaign }
  return Object.assign(words, { thread, firstComment, poll, labels, about, campaignId })
}

/** Nothing that would be a pity to lose. */
export function isBlank(draft: Draft): boolean {
  const own = draft.variants.some(({ text, mediaIds }) => text?.trim() || mediaIds?.length)
  const more = draft.thread.length > 0 || draft.firstComment.trim() !== '' || draft.poll !== null
  return draft.text.trim() === '' && draft.mediaIds.length === 0 && !own && !more
}

/** Whether two drafts say the same; the order of options and blanks around a campaign say nothing. */
export function isSame(a: Draft, b: Draft): boolean {
  return fingerprint(a) === fingerprint(b)
}

function fingerprint(draft: Draft): string {
  const { text, language, mediaIds, variants, trackLinks, campaign } = draft
  const { thread, firstComment, poll, labels, about, campaignId } = draft
  const accounts = variants.map(
    ({ channelId, text: own, mediaIds: ownMedia, options, ...rest }) => [
      channelId,
      own,
      ownMedia,
      rest.thread,
      rest.firstComment,
      Object.entries(options).toSorted(([one], [other]) => (one < other ? -1 : 1)),
      Object.entries(rest.crops).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    ],
  )
  const name = campaign?.trim() || null
  const words = [text, language, mediaIds, accounts, trackLinks, name, thread, firstComment]
  return JSON.stringify([words, poll, labels.toSorted(), about, campaignId])
}

/** The text that one account would publish. */
export function textFor(draft: Draft, channelId: string): string {
  return draft.variants.find((one) => one.channelId === channelId)?.text ?? draft.text
}

/** The pictures that one account would publish. */
function mediaFor(draft: Draft, channelId: string): string[] {
  return draft.variants.find((one) => one.channelId === channelId)?.mediaIds ?? draft.mediaIds
}

/** All that one account would publish, in order: the post, what its network takes of the thread and the first comment. */
export function chainFor(
  draft: Draft,
  channelId: string,
  takes: { thread: boolean; comment: boolean },
): { kind: 'part' | 'comment'; text: string; mediaIds: string[] }[] {
  const own = draft.variants.find((one) => one.channelId === channelId)
  const thread = takes.thread ? (own?.thread ?? draft.thread) : []
  const comment = takes.comment ? (own?.firstComment ?? draft.firstComment) : ''
  const post = { text: textFor(draft, channelId), mediaIds: mediaFor(draft, channelId) }
  return [
    ...[post, ...thread].map(({ text, mediaIds }) => ({ kind: 'part' as const, text, mediaIds })),
    { kind: 'comment' as const, text: comment, mediaIds: [] },
  ].filter(({ text, mediaIds }) => text.trim() !== '' || mediaIds.length > 0)
}

export function withVariant(draft: Draft, channelId: string, changes: Partial<Variant>): Draft {
  return {
    ...draft,
    variants: draft.variants.map((one) =>
      one.channelId === channelId ? { ...one, ...changes } : one,
    ),
  }
}

/** Takes a picture off the post and off every account’s own choice. */
export function withoutMedia(draft: Draft, mediaId: string): Draft {
  const left = (ids: string[]) => ids.filter((id) => id !== mediaId)
  return {
    ...draft,
    mediaIds: left(draft.mediaIds),
    variants: draft.variants.map((one) => ({
      ...one,
      mediaIds: one.mediaIds && left(one.mediaIds),
      crops: Object.fromEntries(Object.entries(one.crops).filter(([id]) => id !== mediaId)),
    })),
  }
}

/** Cuts a picture for one account; null: as it is. */
export function withCrop(
  draft: Draft,
  channelId: string,
  mediaId: string,
  crop: Variant['crops'][string] | null,
): Draft {
  const was = draft.variants.find((one) => one.channelId === channelId)?.crops ?? {}
  const { [mediaId]: _, ...others } = was
  return withVariant(draft, channelId, { crops: crop ? { ...others, [mediaId]: crop } : others })
}

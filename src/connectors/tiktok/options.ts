import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'
import type { Text } from '#platform/text.ts'
import { settingsOf } from './account.ts'
import type { Creator } from './creator.ts'
import * as refusals from './refusals.ts'

/** “Allow” is for the person to say, for each post: nothing is allowed until then (content-sharing-guidelines). */
const optionsSchema = z.object({
  privacy_level: z.string().catch(''),
  disable_comment: z.boolean().catch(true),
  disable_duet: z.boolean().catch(true),
  disable_stitch: z.boolean().catch(true),
  brand_content_toggle: z.boolean().catch(false),
  brand_organic_toggle: z.boolean().catch(false),
  is_aigc: z.boolean().catch(false),
  title: z.string().trim().catch(''),
})

export type Options = z.infer<typeof optionsSchema>

/** Options as they are used; what is missing or unreadable has its default. */
export const optionsOf = (options: Record<string, unknown>): Options => optionsSchema.parse(options)

/** Who may see a post, as TikTok and as people call it. */
export const audiences = [
  { value: 'PUBLIC_TO_EVERYONE', label: { en: 'Everyone', fr: 'Tout le monde' } },
  { value: 'FOLLOWER_OF_CREATOR', label: { en: 'Followers', fr: 'Followers' } },
  {
    value: 'MUTUAL_FOLLOW_FRIENDS',
    label: { en: 'Friends (followers you follow back)', fr: 'Amis (followers que vous suivez)' },
  },
  { value: 'SELF_ONLY', label: { en: 'Only me', fr: 'Moi uniquement' } },
]

/** Of a photo post, in UTF-16 units (content-posting-api-reference-photo-post). */
const titleMax = 90

interface Problem {
  field: string
  reason: Text
}

/** What TikTok would refuse of the options; by what the account may do today when it is known. */
export function checkOptions(
  given: Record<string, unknown>,
  account?: Pick<Account, 'settings'>,
): Problem[] {
  const options = optionsOf(given)
  const { audited, creator } = account ? settingsOf(account) : { audited: true, creator: null }
  const problems = checkAudience(options, audited)
  if (creator && problems.length === 0) problems.push(...checkByCreator(options, creator))
  if (options.title.length > titleMax) problems.push({ field: 'title', reason: longTitle })
  return problems
}

function checkAudience(options: Options, audited: boolean): Problem[] {
  const { privacy_level: level, brand_content_toggle: isPaid } = options
  if (level === '') return [{ field: 'privacy_level', reason: whoSeesIt }]
  if (!audited && level !== 'SELF_ONLY')
    return [{ field: 'privacy_level', reason: refusals.unaudited }]
  if (isPaid && level === 'SELF_ONLY')
    return [{ field: 'brand_content_toggle', reason: paidAndPrivate }]
  return []
}

/** What the account does not offer today. */
export function checkByCreator(options: Options, creator: Creator): Problem[] {
  const problems: Problem[] = []
  if (!creator.privacyLevels.includes(options.privacy_level))
    problems.push({ field: 'privacy_level', reason: offered(creator.privacyLevels) })
  const closed = [
    ['disable_comment', creator.commentOff],
    ['disable_duet', creator.duetOff],
    ['disable_stitch', creator.stitchOff],
  ] as const
  for (const [field, isOff] of closed)
    if (isOff && !options[field]) problems.push({ field, reason: closedByAccount })
  return problems
}

function offered(levels: string[]): Text {
  const labels = audiences.filter(({ value }) => levels.includes(value)).map(({ label }) => label)
  if (labels.length === 0) return refusals.notOffered
  const english = labels.map(({ en }) => `“${en}”`).join(', ')
  const french = labels.map(({ fr }) => `« ${fr} »`).join(', ')
  return {
    en: `TikTok does not offer this audience to the account. Choose among: ${english}.`,
    fr: `TikTok ne propose pas cette audience à ce compte. Choisissez parmi : ${french}.`,
  }
}

const whoSeesIt = {
  en: 'Choose who can see the post: TikTok wants a person to choose it each time.',
  fr: 'Choisissez qui peut voir la publication : TikTok veut qu’une personne le choisisse à chaque fois.',
}

const paidAndPrivate = {
  en: 'TikTok does not take a paid partnership that the account alone sees: choose another audience.',
  fr: 'TikTok n’accepte pas de partenariat rémunéré visible du compte seul : choisissez une autre audience.',
}

const closedByAccount = {
  en: 'The account has turned this off in its settings on TikTok: leave it off here, or turn it on there.',
  fr: 'Le compte l’a désactivé dans ses réglages sur TikTok : laissez-le désactivé ici, ou activez-le là-bas.',
}

const longTitle = {
  en: 'The title of a photo post has 90 characters at most.',
  fr: 'Le titre d’une publication de photos a 90 caractères au plus.',
}

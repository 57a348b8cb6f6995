import type { Label } from '#domain/publishing/api.ts'
import type { Text } from '#platform/text.ts'
import type { CampaignKey } from './content/campaigns.ts'

/** Accounts a text goes to: the one for words, the one for images, or both. */
export type On = 'place' | 'vitrine' | 'both'

export type Picture =
  | 'table'
  | 'chair'
  | 'sofa'
  | 'shelf'
  | 'lamp'
  | 'armchair'
  | 'desk'
  | 'bench'
  | 'sideboard'
  | 'grain'
  | 'fabrics'
  | 'front'

/** Something to publish. `{link}` in the text stands for the page of the shop's site given in `link`. */
interface Written {
  picture: Picture | null
  link?: string
  on: On
  text: Text
}

export interface PastText extends Written {
  key: string
}

/** Without a day, a draft. */
export interface UpcomingText extends Written {
  inDays?: number
  /** Wall time, `HH:MM`. */
  hour?: string
  campaign?: CampaignKey
  labels?: Label[]
  about?: 'us' | 'customer'
  /** Submitted by a colleague who may not publish alone: it waits for whoever practises. */
  isReviewed?: boolean
}

/** The shop's own site, which nobody can reach. */
export const SITE = 'https://atelier-morel.example'

/** The text, with the page it points to. */
export function withLink({ text, link }: Written, language: keyof Text): string {
  return text[language].replace('{link}', link ? SITE + link : '').trim()
}

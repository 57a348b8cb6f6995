import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'

export const TEXT_MAX = 2000
/** The first is proposed: as long as most returns and repairs take. */
export const KEEP_DAYS = [90, 30, 180, 365] as const
/** Vigie's own green. */
export const COLOR = '#126154'

/** Open from one minute of a day to another; Monday is 1. */
const opening = z.object({
  day: z.number().int().min(1).max(7),
  from: z.number().int().min(0).max(1440),
  to: z.number().int().min(0).max(1440),
})
export type Opening = z.infer<typeof opening>

const shape = z.object({
  origins: z.array(z.string()).catch([]),
  language: z.enum(['page', 'en', 'fr']).catch('page'),
  hours: z.array(opening).catch([]),
  /** As they were typed in. */
  hoursWritten: z.string().catch(''),
  color: z.string().catch(COLOR),
  keepDays: z.number().int().positive().catch(KEEP_DAYS[0]),
})

/** What a person chose for a chat; never a secret, for there is none. */
export type ChatSettings = z.infer<typeof shape>

export const settingsOf = ({ settings }: Pick<Account, 'settings'>): ChatSettings =>
  shape.parse(settings)

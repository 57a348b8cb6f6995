import { sql } from 'kysely'
import type { Risk } from '../../signals/names.ts'

/** Whether a mention carries a risk, as a person says or else as the desk read it. */
export const carries = (risk: Risk) => sql<boolean>`${risk} = any(mentions.risks)`

import type { Inbox } from '#connectors/_contract/connector.ts'
import { notWritten } from './not-written.ts'

// A list that comes newest first is read with `_contract/walk-back.ts`.
export const inbox: Inbox = { read: () => notWritten('read in inbox.ts') }

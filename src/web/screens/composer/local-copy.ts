import type { Creation, Saved } from './draft-keeper.ts'
import type { Draft } from './draft.ts'
import type { When } from './when.ts'

/** What this machine keeps of a text until the desk has it; and the date of a draft, which the desk does not keep. */
export interface LocalCopy {
  draft: Draft
  saved: Saved
  creation: Creation | null
  when: When | null
  /** Milliseconds since 1970. */
  at: number
}

const keyOf = (companyId: string, postId: string | null) =>
  `vigie.compose.${companyId}.${postId ?? 'new'}`

export function readCopy(companyId: string, postId: string | null): LocalCopy | null {
  try {
    const text = localStorage.getItem(keyOf(companyId, postId))
    const copy: unknown = text === null ? null : JSON.parse(text)
    return isCopy(copy) ? copy : null
  } catch {
    return null
  }
}

export function writeCopy(companyId: string, postId: string | null, copy: LocalCopy): void {
  try {
    localStorage.setItem(keyOf(companyId, postId), JSON.stringify(copy))
  } catch {
    // A full or forbidden storage: the desk is still told.
  }
}

export function dropCopy(companyId: string, postId: string | null): void {
  try {
    localStorage.removeItem(keyOf(companyId, postId))
  } catch {
    // Nothing was kept, then.
  }
}

function isCopy(value: unknown): value is LocalCopy {
  return (
    value !== null &&
    typeof value === 'object' &&
    'draft' in value &&
    'saved' in value &&
    'at' in value &&
    typeof value.draft === 'object' &&
    value.draft !== null &&
    'variants' in value.draft
  )
}

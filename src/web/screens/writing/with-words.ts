import { type ComponentType, lazy } from 'react'
import { loadMessages } from '#web/shell/locale.ts'

/** A part of this folder, fetched with its words when it is first shown. */
export function withWords<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
) {
  return lazy(async () => (await Promise.all([load(), loadMessages('../screens/writing')]))[0])
}

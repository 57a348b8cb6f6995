import { lazy } from 'react'
import { loadMessages } from '#web/shell/locale.ts'

/** The first new topics, for another screen to show: fetched with their words. */
export const NewTopics = lazy(
  async () =>
    (await Promise.all([import('./new-topics.tsx'), loadMessages('../screens/topics')]))[0],
)

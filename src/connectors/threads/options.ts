import { z } from 'zod'
import type { Text } from '#platform/text.ts'

const optionsSchema = z.object({
  replyControl: z
    .enum(['everyone', 'accounts_you_follow', 'followers_only', 'mentioned_only'])
    .catch('everyone'),
  topicTag: z
    .string()
    .transform((tag) => tag.trim().replace(/^#/, ''))
    .catch(''),
})

/** Options as they are used; what is missing or unreadable has its default. */
export const optionsOf = (options: Record<string, unknown>) => optionsSchema.parse(options)

/** What Threads would refuse of a topic (documentation/threads/posts, “Topic tags”, read 2026-11-25). */
export function checkOptions(options: Record<string, unknown>): { field: string; reason: Text }[] {
  const { topicTag } = optionsOf(options)
  const isWrong = topicTag.length > 50 || /[.&]/.test(topicTag)
  return isWrong ? [{ field: 'topicTag', reason: wrongTopic }] : []
}

const wrongTopic = {
  en: 'A topic of Threads has 50 characters at most, without a full stop or an ampersand.',
  fr: 'Un sujet de Threads compte au plus 50 caractères, sans point ni esperluette.',
}

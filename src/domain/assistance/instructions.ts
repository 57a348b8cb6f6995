import type { PreparedView, Task } from './api.ts'

/**
 * The messages for a task: fixed words of ours, then the text as it stands. The same input always gives the same
 * messages, so that what was shown is what is sent.
 */
export function messagesFor(task: Task, text: string): PreparedView['messages'] {
  return [
    { role: 'system', content: `${TASKS[task]} ${ALWAYS}` },
    { role: 'user', content: text },
  ]
}

const ALWAYS =
  'Keep links, @mentions, #hashtags, names, figures and dates exactly as they are, add no fact, and answer with the text alone.'
const SAME = 'Keep its language and its tone.'

const TASKS: Record<Task, string> = {
  shorter: `Shorten this social media post by about a third without losing what matters. ${SAME}`,
  clearer: `Rewrite this social media post in plain words and short sentences. ${SAME}`,
  hook: `Rewrite only the first sentence of this social media post so that people stop and read; leave the rest as it is. ${SAME}`,
  french: 'Translate this social media post into natural French of France, keeping its tone.',
  english: 'Translate this social media post into natural British English, keeping its tone.',
}

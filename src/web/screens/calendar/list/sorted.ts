import type { Placed } from '../arrange.ts'

const KEYS = ['when', 'status', 'account', 'label'] as const
/** A column, rising or (with a minus) falling; as it stands in the address. */
export type Sort = (typeof KEYS)[number] | `-${(typeof KEYS)[number]}`

export const isSort = (text: string): text is Sort =>
  KEYS.some((key) => text === key || text === `-${key}`)

/** A copy in the order asked for; what is equal stays in the order of its hours. */
export function sorted(
  posts: readonly Placed[],
  sort: Sort,
  handleOf: (channelId: string) => string,
): Placed[] {
  const key = sort.replace('-', '')
  const sign = sort.startsWith('-') ? -1 : 1
  const valueOf = ({ post, wallTime }: Placed): string => {
    if (key === 'status') return post.status
    if (key === 'account') return handleOf(post.channelIds[0] ?? '')
    return key === 'label' ? post.labels.toSorted().join() : wallTime
  }
  return posts.toSorted((a, b) => {
    const [x, y] = [valueOf(a), valueOf(b)]
    if (x !== y) return x < y ? -sign : sign
    return a.wallTime < b.wallTime ? -1 : 1
  })
}

const TAG = /[#＃][\p{L}\p{M}\p{N}_]+/gu

/** Hashtags of a set that a text does not have yet, whatever their case. */
export function tagsToAdd(text: string, set: string): string[] {
  const there = new Set([...text.matchAll(TAG)].map(([tag]) => plain(tag)))
  return set.split(/\s+/).filter((tag) => tag && !there.has(plain(tag)))
}

/** What is added at the end of a text: on a line of its own, or after the hashtags that end it already. */
export function endingWith(text: string, tags: readonly string[]): string {
  if (tags.length === 0) return ''
  const words = tags.join(' ')
  if (text.trim() === '') return words
  const lastLine = text.trimEnd().split('\n').at(-1) ?? ''
  const isTags = lastLine.replace(TAG, '').trim() === ''
  const blanks = text.slice(text.trimEnd().length)
  if (isTags) return `${blanks === '' ? ' ' : ''}${words}`
  return `${'\n\n'.slice(Math.min(2, blanks.split('\n').length - 1))}${words}`
}

const plain = (tag: string) => tag.replace('＃', '#').toLowerCase()

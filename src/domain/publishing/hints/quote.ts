const MOST = 60

/** A passage short enough to be quoted in a sentence, cut between words. */
export function shortened(passage: string, most = MOST): string {
  const flat = passage.replace(/\s+/gu, ' ').trim()
  if (flat.length <= most) return flat
  const cut = flat.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/u, '').trimEnd()}…`
}

const KEY = 'vigie.hints-not-here'
const MOST_POSTS = 100

/** The kinds of hints set aside for one post, on this machine. */
export function setAside(postId: string | null): string[] {
  return postId ? (read()[postId] ?? []) : []
}

/** Sets a kind of hint aside for one post, or takes it back. A post the desk does not know yet forgets on reload. */
export function keepAside(postId: string | null, kinds: readonly string[]): void {
  if (!postId) return
  const { [postId]: _, ...others } = read()
  const recent = Object.entries(others).slice(-MOST_POSTS)
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries([...recent, [postId, kinds]])))
  } catch {
    // Without storage it holds until the composer closes.
  }
}

function read(): Record<string, string[]> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return kept && typeof kept === 'object' ? (kept as Record<string, string[]>) : {}
  } catch {
    return {}
  }
}

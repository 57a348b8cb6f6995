import type { Member } from '#domain/governance/index.ts'

/**
 * Who is written to about posts: those who wrote them and those who answer for the company. A post made by
 * a program or by somebody who left is the latter's.
 * @param authors names as posts carry them, or ids as replies do
 */
export function recipientsOf(members: readonly Member[], authors: readonly string[]): Member[] {
  const wrote = new Set(authors)
  return members.filter(
    ({ userId, name, role }) =>
      role === 'owner' || role === 'manager' || wrote.has(name) || wrote.has(userId),
  )
}

/** Those who wrote; where none of them is a member any more, those who answer for the company. */
export function writersOf(members: readonly Member[], authors: readonly string[]): Member[] {
  const wrote = new Set(authors)
  const writers = members.filter(({ userId, name }) => wrote.has(name) || wrote.has(userId))
  return writers.length > 0 ? writers : recipientsOf(members, [])
}

import type { Author } from '#connectors/_contract/connector.ts'

/** One person of one network; null when nothing tells them apart from others. */
export function authorKey(
  connectorId: string,
  author: Pick<Author, 'remoteId'> | null,
): string | null {
  return author && author.remoteId !== '' ? `${connectorId}:${author.remoteId}` : null
}

/**
 * The weight of an author: the decimal logarithm of followers + 1, to one decimal. A point more is ten times as many
 * followers: 2 is a hundred, 5 a hundred thousand. Null where the network did not say: it is never guessed.
 */
export function weightOf(followers: number | null): number | null {
  return followers === null ? null : Math.round(Math.log10(followers + 1) * 10) / 10
}

/** Letters, figures and pictures only: networks trim spaces and write some signs in their own way. */
export function bare(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{Cf}`~^]+/gu, '')
    .toLowerCase()
}

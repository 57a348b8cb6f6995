/** What each account has to say: single posts, and threads of three. At full size 200 messages. */
const SINGLES = 140
const THREADS = 20

/**
 * @param share of the full size, from 0 to 1
 * @returns texts of each chain, in the order in which they leave
 */
export function chainsOf(share: number): string[][] {
  const some = (full: number) => ({ length: Math.max(1, Math.round(full * share)) })
  return [
    ...Array.from(some(SINGLES), (_, n) => [`Publication ${n}`]),
    ...Array.from(some(THREADS), (_, n) => [`Fil ${n}`, `Fil ${n}, suite`, `Fil ${n}, fin`]),
  ]
}

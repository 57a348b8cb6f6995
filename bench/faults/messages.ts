/** What each account has to say: single posts, and threads of three. 200 messages. */
export const SINGLES = 140
export const THREADS = 20

/** @returns texts of one chain, in the order in which they leave */
export const chains: string[][] = [
  ...Array.from({ length: SINGLES }, (_, n) => [`Publication ${n}`]),
  ...Array.from({ length: THREADS }, (_, n) => [`Fil ${n}`, `Fil ${n}, suite`, `Fil ${n}, fin`]),
]

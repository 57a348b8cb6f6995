/** How many items a second of this process's CPU treats, the best of three rounds after one to warm up. */
export function perCpuSecond(items: readonly string[], work: (item: string) => unknown): number {
  for (const item of items) work(item)
  let best = 0
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage()
    let done = 0
    let spent = 0
    while (spent < 0.4) {
      for (const item of items) work(item)
      done += items.length
      const { user, system } = process.cpuUsage(before)
      spent = (user + system) / 1e6
    }
    best = Math.max(best, done / spent)
  }
  return Math.round(best)
}

/** A share as per cent with one decimal. */
export function percent(share: number): number {
  return Number((100 * share).toFixed(1))
}

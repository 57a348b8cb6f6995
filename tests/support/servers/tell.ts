/** One line of progress on stderr, so that a long step is never silent. */
export function tell(line: string): void {
  process.stderr.write(`[test servers] ${line}\n`)
}

/** Says that a long step began, then every 10 s that it goes on, then how long it took. */
export async function tellWhile<T>(what: string, step: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(0)} s`
  tell(`${what}…`)
  const beat = setInterval(() => tell(`${what}… ${seconds()}`), 10_000)
  try {
    const result = await step()
    tell(`${what}: done in ${seconds()}`)
    return result
  } finally {
    clearInterval(beat)
  }
}

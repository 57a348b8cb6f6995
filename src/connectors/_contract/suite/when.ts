import { test } from 'vitest'

/** A test only for the networks that it concerns: for the others it is not skipped, it does not exist. */
export const when = (concerned: boolean) => (name: string, run: () => Promise<void>) => {
  if (concerned) test(name, run)
}

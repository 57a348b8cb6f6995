import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'

/** There is no network: whoever asks one has a fault. */
export const nobody = (): NetworkDouble => ({
  fetch: (url) => Promise.reject(new Error(`nothing is to be asked of ${String(url)}`)),
})

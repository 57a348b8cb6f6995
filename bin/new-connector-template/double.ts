import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'

/** New Network in memory, answering as it was heard to (`fixtures/`). */
export function newNetworkDouble(): NetworkDouble {
  return {
    fetch: () => Promise.reject(new Error('not written yet: the network in double.ts')),
    published: () => [],
    speak: () => '',
    like: () => {},
  }
}

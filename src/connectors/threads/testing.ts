import { openDesk } from '#connectors/_contract/suite/desk.ts'
import kit from './contract.ts'
import type { ThreadsDouble } from './double.ts'
import threads from './index.ts'

export async function openProfile() {
  const desk = await openDesk(threads, kit)
  return { ...desk, network: desk.network as ThreadsDouble }
}

import type { Connector } from '#connectors/_contract/connector.ts'
import type { ContractKit } from '#connectors/_contract/suite/kit.ts'
import type { Way } from './open-network.ts'

/** A network that is answered from the inbox, and what its folder says of how it is played. */
export interface Answering {
  connector: Connector
  kit: ContractKit
}

/** `leaves`: it is sent. `refused`: the network lets no program. `elsewhere`: another test walks it. */
type Fate = 'leaves' | 'refused' | 'elsewhere'

/** Where people speak there, and what becomes of an answer to it. */
export function waysOf({ connector, kit }: Answering): { way: Way; fate: Fate }[] {
  if (connector.site) return [{ way: 'to us', fate: 'elsewhere' }]
  const here = connector.manifest.answeredThere ? 'refused' : 'leaves'
  const ways: { way: Way; fate: Fate }[] = []
  // What is sent to a list of people one by one is answered in private.
  if (kit.answersPosts !== false && !connector.letters)
    ways.push({ way: 'under our post', fate: here })
  ways.push({ way: 'to us', fate: kit.answersMentions === false ? 'refused' : here })
  if (kit.hasPrivate) ways.push({ way: 'in private', fate: here })
  return ways
}

/** Nothing there tells whether an answer arrived: in doubt a person is asked. */
export const isBlind = ({ connector, kit }: Answering): boolean =>
  connector.manifest.idempotency === 'none' || kit.findsAnswers === false

/** The whole of `docs/answers.md`. */
export function answersTable(networks: readonly Answering[]): string {
  const rows = networks.flatMap((network) =>
    waysOf(network).map(({ way, fate }) => rowOf(network, way, fate)),
  )
  return `${HEAD}\n${rows.join('\n')}\n${FOOT}`
}

function rowOf(network: Answering, way: Way, fate: Fate): string {
  const { name } = network.connector.manifest
  if (fate === 'refused')
    return row(name, way, 'refused before anything is written, with where to answer', '–', '–')
  if (fate === 'elsewhere')
    return row(name, way, 'the desk itself is the network: nothing can be lost between', '–', '–')
  const { parentGone } = network.kit
  return row(
    name,
    way,
    isBlind(network) ? 'a person is asked' : 'once: found',
    isBlind(network) ? 'a person is asked' : 'once: sent again after reading back',
    parentGone === 'accepts' ? 'the network takes it all the same' : 'refused, with a sentence',
  )
}

const row = (...cells: string[]) => `| ${cells.join(' | ')} |`

const HEAD = `# What becomes of an answer, network by network

For whoever answers people from the inbox. An answer leaves by the same ledger as posts
([publishing.md](publishing.md)): it is written down first, sent once, and read back before anything is sent a second time.
It goes under the message that was on the screen when it was written, and one that is asked for twice by the same key is one.

This table is made from what each network's folder says of it;
[\`tests/faults/answers\`](../tests/faults/answers/every-network.test.ts) holds every cell against the network as its folder plays it,
through the whole desk: something is said, it is read, it is answered, and then the worst happens.

| network | what is answered | its network took it, and the answer was lost | it was lost on its way | what it answers was deleted meanwhile |
| --- | --- | --- | --- | --- |`

const FOOT = `
“A person is asked”: the reply stays in its conversation with a sentence and what can be decided: send it again, say that it is
there, or leave it. Where a network lets people be answered for a day only, or lets no program answer such a thing, the
conversation says so before anything is written. The practice networks of a demonstration company answer as Agora does.
`

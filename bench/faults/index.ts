import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PublishingTables } from '#domain/publishing/tables.ts'
import { openGround } from '../../tests/faults/ground/network.ts'
import { GROUND_TIMEOUT_MS } from '../../tests/faults/trial-networks.ts'
import type { BenchResult } from '../run.ts'
import { everyAccount, kindOf, weatherOf } from './climate.ts'
import { chainsOf } from './messages.ts'
import { sendNaively } from './naive.ts'
import { accessReturns, answerEverything, type Answers } from './person.ts'
import { runLedger } from './run-ledger.ts'
import { ledgerOf, openStage, type Stage } from './stage.ts'
import { judgedByNetwork, toldByLedger } from './verdict.ts'

/**
 * Ten thousand deliveries by fifty accounts of five kinds of network, one request in four meeting a fault, while
 * workers are killed every few seconds and the database is restarted twice. Required: none sent twice, none lost,
 * none left unknown where it can be known. Against: the same messages by "send, and on any error send again".
 *
 * What was in doubt when an account lost its access is read back by the desk once somebody has connected it again.
 * On a network of kind `none` nobody can read back: whether a lost request arrived is asked of a person, who looks at
 * the account. Those questions are counted apart. The workers' timings are those of the fault tests (a lease of 1.5 s
 * instead of 30), for the bench to end in minutes. A seed may be given, and a share of the full size:
 * `npm run bench -- faults 42 0.2`.
 */
export async function run([given, share = '1']: string[]): Promise<BenchResult> {
  const seed = Number(given ?? Date.now() % 1e6)
  const chains = chainsOf(Number(share))
  const total = chains.flat().length * everyAccount.length
  const folder = await mkdtemp(path.join(tmpdir(), 'vigie-bench-faults-'))
  const ground = await openGround(weatherOf(seed), 2 * GROUND_TIMEOUT_MS)
  const stage = await openStage(folder, ground, chains)
  try {
    const { seconds, kills, restarts } = await runLedger(stage, total, seed)
    const told = await toldByLedger(stage)
    const answers: Answers = { didItLeave: [], connectAgain: [] }
    process.stderr.write('Nothing moves by itself any more: accounts are connected again\n')
    await accessReturns(stage, ground, answers)
    const unknown = await unknownByKind(stage)
    process.stderr.write('A person answers what is asked\n')
    await answerEverything(stage, ground, answers)
    const { twice, missing, astray } = judgedByNetwork(ground, chains)
    const left = (await toldByLedger(stage)).states
    const at = (share: number) => told.settled[Math.ceil(share * told.settled.length) - 1] ?? null
    return {
      figures: {
        seed,
        deliveries: Object.values(left).reduce((sum, n) => sum + n, 0),
        published: left['published'] ?? 0,
        sent_twice: twice,
        lost: missing,
        out_of_place: astray,
        left_unknown: unknown.knowable,
        asked_a_person_where_nobody_can_know: unknown.none,
        asked_to_connect_again: answers.connectAgain.length,
        workers_killed: kills,
        database_restarts: restarts,
        requests: told.requests,
        requests_interrupted: told.interrupted,
        found_by_reading_back: told.foundByReadingBack,
        access_renewed: told.renewals,
        settled_p50_ms: at(0.5),
        settled_p99_ms: at(0.99),
        settled_longest_ms: at(1),
        seconds: Math.round(seconds),
      },
      against: await against(chains, seed, kills, seconds),
    }
  } finally {
    await stage.close()
    await ground.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** What is left unknown when nothing moves by itself any more: where it could be known, and where it could not. */
async function unknownByKind(stage: Stage) {
  const { body: channels } = await stage.camille.get<{ id: string; handle: string }[]>('/channels')
  const rows = await ledgerOf<PublishingTables>(stage)
    .selectFrom('deliveries')
    .select(['id', 'channelId', 'failure'])
    .where('state', '=', 'unknown')
    .execute()
  let none = 0
  let knowable = 0
  for (const { id, channelId, failure } of rows) {
    const account = channels.find((one) => one.id === channelId)?.handle ?? ''
    if (kindOf(account) === 'none') none++
    else {
      knowable++
      process.stderr.write(`Left unknown: ${account}, ${JSON.stringify(failure)}\n`)
      process.stderr.write(`${await storyOf(stage, id)}\n`)
    }
  }
  return { none, knowable }
}

async function storyOf(stage: Stage, deliveryId: string): Promise<string> {
  const attempts = await ledgerOf<PublishingTables>(stage)
    .selectFrom('attempts')
    .selectAll()
    .where('deliveryId', '=', deliveryId)
    .orderBy('startedAt')
    .execute()
  return attempts
    .map(({ action, outcome, detail }) => `  ${action}: ${outcome} ${detail.said ?? ''}`)
    .join('\n')
}

async function against(chains: string[][], seed: number, kills: number, seconds: number) {
  process.stderr.write('The same by a sender that sends again on any error\n')
  const ground = await openGround(weatherOf(seed), 2 * GROUND_TIMEOUT_MS)
  try {
    const naive = await sendNaively(ground, chains, { kills, seed, seconds })
    const { twice, missing } = judgedByNetwork(ground, chains)
    return {
      sent_twice: twice,
      lost: missing,
      given_up_and_told_so: naive.gaveUp,
      workers_killed: kills,
      seconds: Math.round(naive.seconds),
    }
  } finally {
    await ground.close()
  }
}

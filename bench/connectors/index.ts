import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { openPrivateTcp } from '#platform/postgres/embedded.ts'
import type { BenchResult } from '../run.ts'
import { memoryWith } from './memory.ts'
import type { OpenPeer } from './peer.ts'
import { publishTo } from './publishing.ts'

const SOME = 50
const MOST = 200
/** None is the floor; the others tell how memory grows with accounts. */
const ACCOUNTS = [0, SOME, MOST]

/**
 * How long a post with four pictures takes to leave, from the instant it is due until the desk knows that a real
 * server has it, against the fewest bare requests that make the same post there. Then the memory of the desk with 200
 * connected accounts, against the same desk with none.
 *
 * The arguments name the servers to publish to, all that this machine can have by default; `memory` alone measures
 * that.
 */
export async function run(args: string[]): Promise<BenchResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vigie-bench-connectors-'))
  const server = await openPrivateTcp(path.join(folder, 'server'))
  const result: BenchResult = { figures: {}, against: {} }
  try {
    const peers = (await peerNames()).filter((name) => args.length === 0 || args.includes(name))
    for (const name of peers) await publishing(name, server.url, folder, result)
    if (args.length === 0 || args.includes('memory')) await memory(server.url, folder, result)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return result
}

const peersFolder = path.join(import.meta.dirname, 'peers')

async function peerNames(): Promise<string[]> {
  return (await readdir(peersFolder)).map((file) => path.basename(file, '.ts')).toSorted()
}

async function publishing(
  name: string,
  serverUrl: string,
  folder: string,
  { figures, against }: BenchResult,
): Promise<void> {
  const module = (await import(pathToFileURL(path.join(peersFolder, `${name}.ts`)).href)) as {
    open: OpenPeer
  }
  const peer = await module.open()
  if ('missing' in peer) {
    figures[`${name}_ms`] = null
    against[`${name}_ms`] = null
    return tell(`${name}: ${peer.missing}`)
  }
  try {
    const { desk, floor } = await publishTo(peer, serverUrl, folder)
    const [ours, bare] = [median(desk), median(floor)]
    figures[`${name}_ms`] = Math.round(ours)
    against[`${name}_ms`] = Math.round(bare)
    const least = `${Math.round(Math.min(...desk))}–${Math.round(Math.max(...desk))}`
    tell(
      `${name.padEnd(12)}${peer.pictures} pictures  desk ${row(ours)} (${least})  bare ${row(bare)}  × ${(ours / bare).toFixed(1)}`,
    )
  } finally {
    await peer.stop()
  }
}

async function memory(
  serverUrl: string,
  folder: string,
  { figures, against }: BenchResult,
): Promise<void> {
  const measured: (number | null)[] = []
  for (const accounts of ACCOUNTS) {
    const megabytes = await memoryWith(accounts, serverUrl, folder)
    measured.push(megabytes)
    if (accounts > 0) figures[`memory_${accounts}_accounts_mb`] = rounded(megabytes)
    tell(`${String(accounts).padStart(4)} accounts  ${rounded(megabytes) ?? '?'} MB`)
  }
  const [none = null, some = null, most = null] = measured
  against[`memory_${MOST}_accounts_mb`] = rounded(none)
  if (some === null || most === null) return
  // The first accounts bring the work itself into memory; what one more costs shows between the two others.
  const each = Math.round(((most - some) * 1024) / (MOST - SOME))
  figures['memory_per_further_account_kb'] = each
  tell(`${each} kB for one account more, beyond ${SOME}`)
}

const rounded = (megabytes: number | null) => (megabytes === null ? null : Math.round(megabytes))

const row = (milliseconds: number) => `${Math.round(milliseconds)} ms`.padStart(8)

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The table, beside the line that programs read. */
function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

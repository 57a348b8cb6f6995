import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Connector } from '../connector.ts'
import type { ContractKit } from './kit.ts'

/** Every rule of `quality.yaml`, by level. docs/connectors.md says what each one asks. */
export const qualityRules = {
  bronze: ['manifest-sourced', 'connects', 'publishes-once', 'five-failures', 'documented'],
  silver: ['real-server', 'inbox', 'metrics', 'preview', 'limits-from-network', 'spec-checked'],
  gold: ['listens', 'options', 'text-conformance', 'renews-access', 'answers'],
}

export type Grade = keyof typeof qualityRules | 'none'

/** What a folder holds that a test can be read from. */
interface Evidence {
  connector: Connector
  kit: ContractKit | null
  /** The folder's test files, joined. */
  tests: string
  has(file: RegExp): boolean
}

/**
 * What must be in a folder before a rule may be called done: the tests behind it then run with all others, so that a
 * rule that is done and the suite that passes say the same.
 */
const EVIDENCE: Record<string, (folder: Evidence) => boolean> = {
  connects: ({ connector: { connect } }) => Boolean(connect.withCredentials ?? connect.begin),
  'publishes-once': ({ connector, kit }) => Boolean(connector.publish && kit),
  'five-failures': ({ kit, has }) => Boolean(kit) && has(/^double\.ts$/),
  documented: ({ has }) => has(/^README\.md$/),
  'real-server': ({ has }) => has(/\.real\.test\.ts$|^connector\.test\.ts$/),
  inbox: ({ connector }) => Boolean(connector.inbox ?? connector.webhook),
  metrics: ({ connector }) => Boolean(connector.metrics),
  preview: ({ has }) => has(/^web\/preview\.tsx$/) && has(/^web\/preview\.test\.tsx$/),
  'limits-from-network': ({ connector }) => Boolean(connector.limitsOf),
  'spec-checked': ({ tests }) => /openapi|lexicon|specs|feedparser/i.test(tests),
  listens: ({ connector }) => Boolean(connector.listen),
  options: ({ connector }) => connector.manifest.options.length > 0,
  'text-conformance': ({ tests }) => /sharedData\('conformance'/.test(tests),
  'renews-access': ({ connector }) => Boolean(connector.connect.refresh),
  answers: ({ connector }) => Boolean((connector.inbox ?? connector.webhook) && connector.publish),
}

/** The rules that are called done without anything in the folder that shows it. */
export function unproved(connector: Connector, kit: ContractKit | null, folder: string): string[] {
  const files = filesUnder(folder)
  const tests = files
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n')
  const evidence = {
    connector,
    kit,
    tests,
    has: (wanted: RegExp) => files.some((f) => wanted.test(f)),
  }
  return Object.entries(readQuality(folder))
    .filter(([rule, answer]) => answer === 'done' && EVIDENCE[rule]?.(evidence) === false)
    .map(([rule]) => rule)
}

/** The level all of whose rules, and all of those below, are done or cannot be asked of this network. */
export function gradeOf(answers: Record<string, string>): Grade {
  let grade: Grade = 'none'
  for (const level of ['bronze', 'silver', 'gold'] as const) {
    if (!qualityRules[level].every((rule) => /^(done|exempt)/.test(answers[rule] ?? ''))) break
    grade = level
  }
  return grade
}

const QUALITY_LINE = /^ {2}(?<rule>[a-z-]+): (?:(?<done>done)|["'](?<why>.*)["'])$/

/** Reads the two-level list that `quality.yaml` is: `rule: done`, or `rule: 'todo: why'`. */
export function readQuality(folder: string): Record<string, string> {
  const file = path.join(folder, 'quality.yaml')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  const rules = lines.flatMap((line) => {
    const { rule, done, why } = QUALITY_LINE.exec(line)?.groups ?? {}
    return rule ? [[rule, done ?? why ?? '']] : []
  })
  return Object.fromEntries(rules) as Record<string, string>
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map((file) => String(file).replaceAll('\\', '/'))
}

import path from 'node:path'
import type { Connector } from '../connector.ts'
import { gradeOf, qualityRules, readQuality } from './quality.ts'

/** docs/networks.md: what each network does here, and how well that is proved. */
export function networksTable(connectors: Iterable<Connector>, root: string): string {
  const rows = [...connectors]
    .filter(({ manifest }) => !manifest.practice)
    .toSorted((a, b) => a.manifest.name.localeCompare(b.manifest.name, 'en'))
  return `${head}
${rows.map((connector) => rowOf(connector, root)).join('\n')}

## What is left to do

${rows.flatMap((connector) => leftOf(connector, root)).join('\n')}
`
}

const head = `# Networks

Written from the folders themselves, and checked by their contract tests: nothing here is typed. \`bin/networks\` prints it;
\`npx vitest run src/connectors/_contract -u\` writes it down. A grade is the level whose rules are all done, or cannot be
asked of the network; a rule may be called done only where the folder holds the tests behind it, and those run with all
others (docs/connectors.md says what each asks). It says nothing of a network that was never spoken to: see what each was
proved against.

| network | grade | proved against | posts | images | video | polls | answers | told at once | figures | listens | once, by |
|---|---|---|---|---|---|---|---|---|---|---|---|`

function rowOf({ manifest, webhook }: Connector, root: string): string {
  const { capabilities, images, video, poll, idempotency } = manifest
  const answers = readQuality(path.join(root, manifest.id))
  const cells = [
    manifest.name,
    gradeOf(answers),
    provedAgainst(answers, manifest),
    yes(capabilities.publish),
    images ? String(images.max.value) : '',
    yes(Boolean(video)),
    yes(Boolean(poll)),
    yes(capabilities.inbox),
    yes(Boolean(webhook)),
    yes(capabilities.metrics),
    yes(capabilities.listen),
    capabilities.publish || manifest.answersOnly ? idempotency : '',
  ]
  return `| ${cells.join(' | ')} |`
}

function leftOf({ manifest }: Connector, root: string): string[] {
  const answers = readQuality(path.join(root, manifest.id))
  return Object.values(qualityRules)
    .flat()
    .flatMap((rule) => {
      const why = /^todo: (.*)$/.exec(answers[rule] ?? '')?.[1]
      return why ? [`- ${manifest.name}, \`${rule}\`: ${why}`] : []
    })
}

function provedAgainst(
  answers: Record<string, string>,
  { handed, connect }: Connector['manifest'],
): string {
  if (handed) return 'people'
  if (answers['real-server'] === 'done') return 'a real server'
  if (answers['spec-checked'] === 'done')
    return connect.method === 'none' ? 'the files of others' : 'its published description'
  return 'a double of its documentation'
}

const yes = (is: boolean) => (is ? 'yes' : '')

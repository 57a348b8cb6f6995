import { roles, type Role } from '#domain/governance/api.ts'
import { SCOPES_OF_ROLE } from '#domain/governance/roles.ts'
import type { Route } from '#platform/http/route.ts'

/** Who may call: a member of each role, any signed-in person, anyone at all. */
export const COLUMNS = [...roles, 'signed in', 'anyone'] as const
export type Column = (typeof COLUMNS)[number]

/** One line of the table. */
export interface Line {
  call: string
  access: string
  may: ReadonlySet<Column>
}

/** What each route declares, and so who may call it, in order of their paths. */
export function linesOf(routes: readonly Route[]): Line[] {
  return routes
    .map((route) => ({ call: callOf(route), access: route.access, may: mayCall(route) }))
    .toSorted((a, b) => order(a.call).localeCompare(order(b.call), 'en'))
}

export const callOf = ({ method, path, outside }: Route) =>
  `${method} ${outside ? path : `/api/v1${path}`}`

/** By path, then method. */
const order = (call: string) => call.split(' ').toReversed().join(' ')

function mayCall({ access }: Route): Set<Column> {
  if (access === 'public') return new Set(COLUMNS)
  if (access === 'signed-in') return new Set<Column>([...roles, 'signed in'])
  if (access === 'in-company') return new Set<Column>(roles)
  return new Set<Column>(roles.filter((role: Role) => SCOPES_OF_ROLE[role].includes(access)))
}

/** The table as `docs/permissions.md` keeps it. */
export function tableOf(lines: readonly Line[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const body = lines.map(({ call, access, may }) =>
    row([`\`${call}\``, access, ...COLUMNS.map((column) => (may.has(column) ? '●' : ''))]),
  )
  const head = [
    row(['Call', 'Needs', ...COLUMNS]),
    row(['---', '---', ...COLUMNS.map(() => ':-:')]),
  ]
  return `${INTRODUCTION}\n\n${[...head, ...body].join('\n')}\n`
}

/** The same read back: what the committed table says. */
export function readTable(markdown: string): Map<string, ReadonlySet<Column>> {
  const rows = markdown.split('\n').filter((line) => line.startsWith('| `'))
  return new Map(
    rows.map((line) => {
      const cells = line.split('|').map((cell) => cell.trim())
      const may = COLUMNS.filter((_, at) => cells[at + 3] === '●')
      return [cells[1]?.replaceAll('`', '') ?? '', new Set(may)]
    }),
  )
}

const INTRODUCTION = `# Who may call what

Every route of this desk, and which role of a company may call it. An API key may call what its scopes allow, and no
more than its maker could. A member or a key may also be limited to some accounts: then what writes for another
account is refused, whatever the role.

This table is made from the routes found on disk; \`tests/permissions\` fails when it does not say what they declare,
and calls each of them as each of these people. After a change: \`npx vitest run tests/permissions -u\`.`

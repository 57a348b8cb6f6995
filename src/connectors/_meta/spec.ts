import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Meta's own list of nodes, edges and parameters, from which its libraries are made (facebook-business-sdk-codegen). */
interface Node {
  apis: { method: string; endpoint?: string; params: Param[]; return: string }[]
  fields: { name: string; type: string }[]
}

interface Param {
  name: string
  type: string
  required: boolean
}

export interface Sent {
  method: string
  url: URL
  body: unknown
}

/** Which node stands at a path; the first that fits. */
type Places = { path: RegExp; node: string }[]

/** Of every list and node, and of files, which the list of parameters leaves out. */
const everywhere = new Set([
  'fields',
  'limit',
  'after',
  'access_token',
  'appsecret_proof',
  'source',
  'thumb',
])

/**
 * Checks requests against Meta's description: that the edge exists, that each parameter is one of its own, that its
 * values are among those listed and that each field asked for is one of what comes back.
 * @returns a function that gives one line for each thing that Meta does not describe
 */
export function metaChecker(folder: string, places: Places): (sent: Sent) => string[] {
  const read = (name: string): Node | null => {
    const file = path.join(folder, `${name}.json`)
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Node) : null
  }
  let lists: { name: string; values: string[] }[] | undefined
  const valuesOf = ({ type }: Param) => {
    const name = /^(?:list<)?(\w+_enum_param)>?$/.exec(type)?.[1]
    // Read at the first question: without the descriptions, whoever skips their tests still loads this.
    lists ??= JSON.parse(readFileSync(path.join(folder, 'enum_types.json'), 'utf8')) as typeof lists
    return lists?.find((list) => list.name === name)?.values
  }

  return ({ method, url, body }) => {
    const asked = url.pathname.replace(/^\/v\d+\.\d+/, '')
    // The exchange of tokens and the clock are no nodes.
    if (asked === '' || asked === '/' || asked === '/oauth/access_token') return []
    const place = places.find((one) => one.path.test(asked))
    const node = place && read(place.node)
    if (!node) return [`${method} ${asked}: no such node`]
    const edge = asked.split('/')[2]
    const api = node.apis.find((one) => one.method === method && one.endpoint === edge)
    if (!api) return [`${method} ${asked}: ${place.node} has no such edge`]
    const given = givenIn(url, body)
    const problems: string[] = []
    for (const { name } of api.params.filter((param) => param.required))
      if (!(name in given)) problems.push(`${name} is missing`)
    for (const [name, value] of Object.entries(given)) {
      const param = api.params.find((one) => one.name === name)
      if (!param && !everywhere.has(name)) problems.push(`${name} is not a parameter`)
      const allowed = param && valuesOf(param)
      const isKnown = (one: string) =>
        allowed?.some((known) => known.toLowerCase() === one.toLowerCase())
      if (allowed && !value.split(',').every(isKnown)) problems.push(`${name} cannot be ${value}`)
    }
    const known = read(edge ? api.return : place.node)
    const edges = new Set(known?.apis.flatMap((one) => one.endpoint ?? []))
    for (const field of fieldsIn(given['fields'] ?? ''))
      if (known && !edges.has(field) && !isFieldOf(known, field))
        problems.push(`${field} is not a field of ${edge ? api.return : place.node}`)
    return problems.map((problem) => `${method} ${asked}: ${problem}`)
  }
}

/** `tasks`: of the pages in `/me/accounts`, documented (pages-api/getting-started) and left out of the list. */
const isFieldOf = ({ fields }: Node, field: string) =>
  field === 'tasks' || fields.some((one) => one.name === field)

function givenIn(url: URL, body: unknown): Record<string, string> {
  const given = Object.fromEntries(url.searchParams)
  const form = body instanceof FormData ? [...body] : typeof body === 'string' ? pairsIn(body) : []
  for (const [name, value] of form)
    given[name] =
      typeof value === 'string' ? value : value instanceof Blob ? '' : JSON.stringify(value)
  return given
}

const pairsIn = (body: string): [string, unknown][] =>
  body.startsWith('{') ? Object.entries(JSON.parse(body) as object) : [...new URLSearchParams(body)]

/** The outermost names of `id,comments.limit(0).summary(true),picture{url}`. */
function fieldsIn(fields: string): string[] {
  let flat = fields
  for (let before = ''; before !== flat;) {
    before = flat
    flat = flat.replace(/\{[^{}]*\}|\.\w+\([^()]*\)/g, '')
  }
  return flat.split(',').filter((name) => name !== '')
}

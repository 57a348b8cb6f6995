import addFormats from 'ajv-formats'
import Ajv, { type ValidateFunction } from 'ajv/dist/2020.js'

/** The parts of an OpenAPI 3 document that a request is checked against. */
interface Document {
  paths: Record<string, Record<string, Operation> & { parameters?: Parameter[] }>
  components?: { parameters?: Record<string, Parameter> }
}

interface Operation {
  parameters?: (Parameter | { $ref: string })[]
  requestBody?: { required?: boolean; content: Record<string, { schema: object }> }
}

interface Parameter {
  name: string
  in: string
  required?: boolean
  schema?: object
  /** False: the values of a list are parted by commas. */
  explode?: boolean
}

export interface CheckedRequest {
  method: string
  /** Without its query. */
  path: string
  query: URLSearchParams
  /** The body as the vendor describes it: an object, whatever it was sent as. */
  body?: unknown
  contentType?: string
}

/**
 * Checks requests against a vendor's OpenAPI document.
 * @returns a function that gives one line for each thing the vendor would not understand
 */
export function openapiChecker(document: Document): (request: CheckedRequest) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: 'array', logger: false })
  // The package is CommonJS: its function is the default of its default.
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'vendor', ...anyOfInstead(document) })
  const compiled = new Map<string, ValidateFunction>()
  const validator = (...pointer: string[]) => {
    const ref = `vendor#/${pointer.map(escapePointer).join('/')}`
    const known = compiled.get(ref) ?? ajv.compile({ $ref: ref })
    compiled.set(ref, known)
    return known
  }

  return (request) => {
    const method = request.method.toLowerCase()
    const path = findPath(document, method, request.path)
    if (!path) return [`${request.method} ${request.path}: no such operation`]
    const operation = document.paths[path]?.[method] ?? {}
    const problems: string[] = []
    const known = new Set<string>()
    for (const [index, described] of (operation.parameters ?? []).entries()) {
      const { parameter, pointer } = found(document, described, [path, method, String(index)])
      if (parameter?.in !== 'query') continue
      known.add(parameter.name)
      const values = valuesOf(request.query, parameter)
      if (values.length === 0) {
        if (parameter.required) problems.push(`${parameter.name} is missing`)
        continue
      }
      const check = validator(...pointer, 'schema')
      const isList =
        values.length > 1 || parameter.explode === false || request.query.has(`${parameter.name}[]`)
      if (!check(isList ? values : values[0])) problems.push(...errorsOf(check, parameter.name))
    }
    for (const name of request.query.keys()) {
      if (!known.has(name.replace(/\[\]$/, ''))) problems.push(`${name} is not a parameter`)
    }
    problems.push(...bodyProblems(request, path, method, operation, validator))
    return problems.map((problem) => `${request.method} ${path}: ${problem}`)
  }
}

function bodyProblems(
  request: CheckedRequest,
  path: string,
  method: string,
  { requestBody }: Operation,
  validator: (...pointer: string[]) => ValidateFunction,
): string[] {
  if (!requestBody) return request.body === undefined ? [] : ['takes no body']
  const type = request.contentType ?? 'application/json'
  if (!requestBody.content[type]) return [`does not take ${type}`]
  const check = validator('paths', path, method, 'requestBody', 'content', type, 'schema')
  return check(request.body) ? [] : errorsOf(check, 'body')
}

const errorsOf = (check: ValidateFunction, where: string) =>
  (check.errors ?? []).map(({ instancePath, message }) => `${where}${instancePath} ${message}`)

/** A parameter where it stands, or where it is said once for all. */
function found(
  document: Document,
  described: Parameter | { $ref: string },
  [path = '', method = '', index = '']: string[],
): { parameter: Parameter | undefined; pointer: string[] } {
  if (!('$ref' in described)) {
    return { parameter: described, pointer: ['paths', path, method, 'parameters', index] }
  }
  const name = described.$ref.split('/').at(-1) ?? ''
  const parameter = document.components?.parameters?.[name]
  return { parameter, pointer: ['components', 'parameters', name] }
}

function valuesOf(query: URLSearchParams, { name, explode }: Parameter): string[] {
  const values = [...query.getAll(name), ...query.getAll(`${name}[]`)]
  return explode === false ? values.flatMap((list) => list.split(',')) : values
}

const escapePointer = (part: string) =>
  encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))

/** The described path that fits, the most literal one first. */
function findPath(document: Document, method: string, path: string): string | undefined {
  const fits = Object.keys(document.paths).filter((template) => {
    if (!document.paths[template]?.[method]) return false
    const parts = template.split('/')
    const asked = path.split('/')
    return (
      parts.length === asked.length &&
      parts.every((part, i) => part.startsWith('{') || part === asked[i])
    )
  })
  return fits.toSorted((a, b) => a.split('{').length - b.split('{').length)[0]
}

/** Documents write `oneOf` for shapes that overlap. */
function anyOfInstead(value: unknown): object {
  const text = JSON.stringify(value).replaceAll('"oneOf":', '"anyOf":')
  return JSON.parse(text) as object
}

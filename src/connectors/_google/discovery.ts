/** The parts of a Discovery document that a request is checked against (developers.google.com/discovery). */
export interface Discovery {
  rootUrl: string
  servicePath: string
  parameters?: Record<string, Parameter>
  schemas: Record<string, Schema>
  resources: Record<string, Resource>
}

interface Resource {
  methods?: Record<string, Method>
  resources?: Record<string, Resource>
}

interface Method {
  httpMethod: string
  path: string
  flatPath?: string
  parameters?: Record<string, Parameter>
  request?: { $ref: string }
  scopes?: string[]
  mediaUpload?: { protocols: Record<string, { path: string }> }
}

interface Schema {
  type?: string
  $ref?: string
  enum?: string[]
  pattern?: string
  maximum?: string
  format?: string
  items?: Schema
  properties?: Record<string, Schema>
  additionalProperties?: Schema
}

type Parameter = Schema & { location?: string; required?: boolean; repeated?: boolean }

export interface AskedRequest {
  method: string
  url: URL
  /** The body as JSON, where it is. */
  body?: unknown
}

/**
 * Checks requests against one of Google's Discovery documents.
 * @param scope what we ask people for: it must open each method that is called
 * @returns a function that gives one line for each thing that Google does not describe
 */
export function discoveryChecker(document: Discovery, scope: string) {
  const methods = [...methodsOf(document.resources)]
  return ({ method, url, body }: AskedRequest): string[] => {
    const called = methods.find(
      (one) =>
        one.httpMethod === method && pathsOf(document, one).some((path) => path.test(url.pathname)),
    )
    if (!called) return [`${method} ${url.pathname}: no such method`]
    const problems = queryProblems(called, document, url.searchParams)
    // Some documents do not say what opens their methods.
    if (called.scopes && !called.scopes.includes(scope)) problems.push(`${scope} does not open it`)
    if (body !== undefined && !called.request) problems.push('it takes no body')
    if (body !== undefined && called.request) {
      problems.push(...valueProblems(document, called.request, body, 'body'))
    }
    return problems.map((problem) => `${method} ${url.pathname}: ${problem}`)
  }
}

function* methodsOf(resources: Record<string, Resource>): Generator<Method> {
  for (const resource of Object.values(resources)) {
    yield* Object.values(resource.methods ?? {})
    yield* methodsOf(resource.resources ?? {})
  }
}

/** Where a method is called: at its path, or where it takes files. */
function pathsOf({ servicePath }: Discovery, { path, flatPath, mediaUpload }: Method): RegExp[] {
  const uploads = Object.values(mediaUpload?.protocols ?? {}).map((protocol) => protocol.path)
  return [`/${servicePath}${flatPath ?? path}`, ...uploads].map(
    (template) => new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
  )
}

function queryProblems(called: Method, document: Discovery, query: URLSearchParams): string[] {
  const known = { ...document.parameters, ...called.parameters }
  const problems: string[] = []
  for (const [name, parameter] of Object.entries(called.parameters ?? {})) {
    if (parameter.location === 'query' && parameter.required && !query.has(name)) {
      problems.push(`${name} is missing`)
    }
  }
  for (const [name, value] of query) {
    const parameter = known[name]
    if (!parameter) problems.push(`${name} is not a parameter`)
    else problems.push(...valueProblems(document, parameter, fromQuery(parameter, value), name))
  }
  return problems
}

function fromQuery({ type }: Schema, value: string): unknown {
  if (type === 'integer' || type === 'number') return Number(value)
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value
  return value
}

function valueProblems(
  document: Discovery,
  described: Schema,
  value: unknown,
  at: string,
): string[] {
  const schema = described.$ref ? document.schemas[described.$ref] : described
  if (!schema) return [`${at}: ${described.$ref} is not described`]
  switch (schema.type) {
    case 'object':
      return objectProblems(document, schema, value, at)
    case 'array':
      if (!Array.isArray(value)) return [`${at} is no list`]
      return value.flatMap((one, i) =>
        valueProblems(document, schema.items ?? {}, one, `${at}/${i}`),
      )
    case 'integer':
      if (!Number.isInteger(value)) return [`${at} is no whole number`]
      return Number(value) > Number(schema.maximum ?? Infinity) ? [`${at} is too large`] : []
    case 'boolean':
    case 'number':
    case 'string':
      if (typeof value !== schema.type) return [`${at} is no ${schema.type}`]
      return schema.enum && !schema.enum.includes(String(value))
        ? [`${at} is none of its values`]
        : []
    default:
      return []
  }
}

function objectProblems(
  document: Discovery,
  { properties = {}, additionalProperties }: Schema,
  value: unknown,
  at: string,
): string[] {
  if (!value || typeof value !== 'object' || Array.isArray(value)) return [`${at} is no object`]
  return Object.entries(value).flatMap(([name, inner]) => {
    const property = properties[name] ?? additionalProperties
    if (!property) return [`${at}/${name} is not described`]
    return valueProblems(document, property, inner, `${at}/${name}`)
  })
}

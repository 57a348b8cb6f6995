import { z } from 'zod'
import type { Route, Scope } from '#platform/http/route.ts'

/** A route as an assistant uses it: named, described, its input one flat object. */
export interface Tool {
  name: string
  description: string
  inputSchema: { type: 'object'; properties: Properties; required?: string[] }
  /** It changes nothing. */
  readOnly: boolean
  scope: Scope
  route: Route
}

type Properties = Record<string, object>

/** For what creates: the same key never creates twice. */
export const KEY = 'idempotencyKey'

/**
 * The routes that have a name for assistants.
 * @throws Error at boot when two have the same, or a route's address, query and body name the same thing
 */
export function toolsOf(routes: readonly Route[]): Tool[] {
  const tools = routes.flatMap((route) => (route.tool ? [toolOf(route, route.tool)] : []))
  const twice = tools.find(({ name }, i) => tools.findIndex((t) => t.name === name) < i)
  if (twice) throw new Error(`two routes are called ${twice.name}`)
  return tools.sort((a, b) => (a.name < b.name ? -1 : 1))
}

function toolOf(route: Route, name: string): Tool {
  const { access, summary, method } = route
  if (access === 'public' || access === 'signed-in' || access === 'in-company')
    throw new Error(`${name}: a tool needs a right of its own`)
  const parts = [route.params, route.query, route.body].map(shapeOf)
  const properties: Properties = {}
  for (const part of parts) {
    for (const [key, shape] of Object.entries(part.properties)) {
      if (key in properties) throw new Error(`${name}: "${key}" stands in two places`)
      properties[key] = shape
    }
  }
  if (method === 'POST') properties[KEY] = keyShape
  const required = parts.flatMap((part) => part.required)
  return {
    name,
    description: summary,
    inputSchema: { type: 'object', properties, ...(required.length > 0 ? { required } : {}) },
    readOnly: method === 'GET',
    scope: access,
    route,
  }
}

const keyShape = {
  type: 'string',
  maxLength: 255,
  description: 'Any text of your own; asked again with the same, it is done once',
}

const objectSchema = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  required: z.array(z.string()).default([]),
})

/** The members of a schema that stands for an object, be it optional; of anything else, none. */
function shapeOf(schema: z.ZodType | undefined): z.output<typeof objectSchema> {
  if (!schema) return { properties: {}, required: [] }
  const written = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Alternatives
  const isObject = (one: Alternatives) => one.type === 'object'
  const found = isObject(written) ? written : (written.anyOf?.find(isObject) ?? {})
  const { properties, required } = objectSchema.parse(found)
  return { properties, required: isObject(written) ? required : [] }
}

interface Alternatives {
  type?: string
  anyOf?: Alternatives[]
}

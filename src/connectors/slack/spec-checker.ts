interface Parameter {
  name: string
  required?: boolean
  type?: string
}

/** Slack's own description of its Web API: Swagger 2, archived in 2021. */
export interface SlackSpec {
  paths: Record<string, Record<string, { parameters: Parameter[] }>>
}

interface Asked {
  method: string
  /** `/chat.postMessage`. */
  path: string
  bearer: string
  form: URLSearchParams
}

/** What Slack added since, from its reference: docs.slack.dev/reference/methods/<name>, read 2026-11-25. */
const since: Record<string, Parameter[]> = {
  '/chat.postMessage': [{ name: 'metadata' }],
  '/conversations.history': [{ name: 'include_all_metadata', type: 'boolean' }],
  '/conversations.replies': [{ name: 'include_all_metadata', type: 'boolean' }],
}

const methodsSince: SlackSpec['paths'] = {
  '/files.getUploadURLExternal': {
    post: {
      parameters: [
        { name: 'filename', required: true },
        { name: 'length', required: true, type: 'integer' },
        { name: 'alt_txt' },
        { name: 'snippet_type' },
      ],
    },
  },
  '/files.completeUploadExternal': {
    post: {
      parameters: [
        { name: 'files', required: true },
        { name: 'channel_id' },
        { name: 'thread_ts' },
        { name: 'initial_comment' },
      ],
    },
  },
}

/**
 * Checks requests against that description, for the tests of this folder.
 * @returns a function that gives one line for each thing Slack would not understand
 */
export function slackChecker({ paths }: SlackSpec): (asked: Asked) => string[] {
  const known = { ...paths, ...methodsSince }
  return ({ method, path, bearer, form }) => {
    const described = known[path]?.[method.toLowerCase()]
    if (!described) return [`${method} ${path}: no such method`]
    const parameters = [...described.parameters, ...(since[path] ?? [])]
    const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]))
    const missing = parameters.filter(
      // The token goes into the header everywhere.
      ({ name, required }) => required && name !== 'token' && !form.has(name),
    )
    return [
      ...(bearer.startsWith('Bearer ') ? [] : ['no token']),
      ...missing.map(({ name }) => `${path}: ${name} is missing`),
      ...[...form].flatMap(([name, value]) => {
        const parameter = byName.get(name)
        if (!parameter) return [`${path}: ${name} is not known`]
        return fits(parameter.type, value) ? [] : [`${path}: ${name} is no ${parameter.type}`]
      }),
    ]
  }
}

function fits(type: string | undefined, value: string): boolean {
  if (type === 'boolean') return /^(?:true|false|1|0)$/.test(value)
  if (type === 'integer') return /^\d+$/.test(value)
  return type === 'number' ? /^\d+(?:\.\d+)?$/.test(value) : true
}

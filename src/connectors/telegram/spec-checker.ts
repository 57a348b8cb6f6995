interface Field {
  name: string
  types: string[]
  required: boolean
}

/** The Bot API as PaulSonOfLars/telegram-bot-api-spec writes it down from core.telegram.org/bots/api. */
export interface TelegramSpec {
  methods: Record<string, { fields?: Field[] }>
  types: Record<string, { fields?: Field[]; subtypes?: string[] }>
}

/**
 * Checks calls against the description of the Bot API, for the tests of this folder.
 * @returns a function that gives one line for each thing Telegram would not understand
 */
export function telegramChecker({ methods, types }: TelegramSpec) {
  function inObject(fields: Field[], given: Record<string, unknown>, at: string): string[] {
    const known = new Map(fields.map((field) => [field.name, field]))
    const missing = fields.filter(({ name, required }) => required && given[name] === undefined)
    return [
      ...missing.map(({ name }) => `${at}.${name} is missing`),
      ...Object.entries(given).flatMap(([name, value]) => {
        const field = known.get(name)
        if (!field) return [`${at}.${name} is not known`]
        return value === undefined ? [] : inTypes(field.types, value, `${at}.${name}`)
      }),
    ]
  }

  /** Problems of the type that fits best. */
  function inTypes(names: string[], value: unknown, at: string): string[] {
    const tried = names.map((name) => inType(name, value, at))
    return tried.toSorted((a, b) => a.length - b.length)[0] ?? []
  }

  function inType(name: string, value: unknown, at: string): string[] {
    const [, item] = /^Array of (.+)$/.exec(name) ?? []
    if (item) {
      if (!Array.isArray(value)) return [`${at} is no list`]
      return value.flatMap((one, i) => inType(item, one, `${at}[${i}]`))
    }
    const isSimple = simple[name]
    if (isSimple) return isSimple(value) ? [] : [`${at} is no ${name}`]
    const { fields = [], subtypes } = types[name] ?? {}
    if (subtypes) return inTypes(subtypes, value, at)
    if (!value || typeof value !== 'object') return [`${at} is no ${name}`]
    return inObject(fields, value as Record<string, unknown>, at)
  }

  return (method: string, params: Record<string, unknown>): string[] => {
    const described = methods[method]
    return described ? inObject(described.fields ?? [], params, method) : [`no method ${method}`]
  }
}

const simple: Record<string, (value: unknown) => boolean> = {
  Integer: Number.isSafeInteger,
  Float: (value) => typeof value === 'number',
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  True: (value) => value === true,
  InputFile: (value) => typeof value === 'string',
}

/**
 * One event as a line for a person at a terminal: `09:00:00 info  scheduled a post  post=p_1`.
 * Only `error` and `fatal` are followed by the stack, indented.
 */
export function plainLine(event: Record<string, unknown>): string {
  const { time, level, msg, err, ...fields } = event
  const clock = String(time).slice(11, 19)
  const failure = asFailure(err)
  const parts = [
    `${clock} ${String(level).padEnd(5)} ${oneLine(String(msg ?? failure?.message ?? ''))}`,
    ...Object.entries(fields).map(([name, value]) => `${name}=${shown(value)}`),
  ]
  if (failure) parts.push(`err=${shown(failure.message)}`)
  const serious = level === 'error' || level === 'fatal'
  const stack = serious && failure?.stack ? `\n${indented(failure.stack)}` : ''
  return parts.join('  ') + stack
}

function asFailure(err: unknown): { message?: string; stack?: string } | undefined {
  return typeof err === 'object' && err !== null ? err : undefined
}

function shown(value: unknown): string {
  if (typeof value === 'string' && /^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(value)) return value
  return oneLine(JSON.stringify(value) ?? '')
}

function indented(stack: string): string {
  return stack
    .split('\n')
    .slice(1)
    .map((line) => `    ${oneLine(line.trim())}`)
    .join('\n')
}

/** What came from a network must not move the cursor of the terminal. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}

import { pino } from 'pino'
import type { Level, Logger } from 'pino'
import { plainLine } from './log/plain-line.ts'
import { redact, redactText } from './log/redact.ts'

/** The logger every part receives: `log.info({ post: id }, 'scheduled a post')`. */
export type Log = Logger

export interface LogOptions {
  /** The least serious level that is written; `info` by default. */
  level?: Level | 'silent'
  /** One short readable line per event instead of JSON; by default when stderr is a terminal. */
  plain?: boolean
  /** Where finished lines go; stderr by default. */
  write?: (line: string) => void
}

/**
 * A logger that writes one line per event and never a secret: every event passes through `redact`
 * as its finished JSON, whatever child logger, serializer or error it came from.
 */
export function createLog(options: LogOptions = {}): Log {
  const write = options.write ?? writeToStderr
  const plain = options.plain ?? process.stderr.isTTY === true
  const settings = {
    level: options.level ?? 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: pino.stdSerializers.errWithCause, error: pino.stdSerializers.errWithCause },
  }
  return pino(settings, {
    write: (json: string) => {
      const event = redact(JSON.parse(json)) as Record<string, unknown>
      write(`${plain ? plainLine(event) : JSON.stringify(event)}\n`)
    },
  })
}

/** A logger that says nothing, for tests and short commands. */
export const silentLog: Log = pino({ level: 'silent' })

export { redact, redactText }

let watchingStderr = false

function writeToStderr(line: string): void {
  // A terminal that was closed must not bring the desk down while it stops cleanly.
  if (!watchingStderr) process.stderr.on('error', () => {})
  watchingStderr = true
  process.stderr.write(line)
}

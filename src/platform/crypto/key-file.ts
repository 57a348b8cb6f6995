import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Text } from '#platform/text.ts'

const KEY_BYTES = 32

export type KeyFile =
  | { keys: [Buffer, ...Buffer[]] }
  /** Completes “The key file … ”. */
  | { problem: Text }

/**
 * The keys in `file`, one a line, the first being current. A file that does not exist is created
 * with a new random key, readable by its owner only; two processes that start at once get the
 * same key. An unreadable or damaged file is never replaced: what it sealed would be lost.
 */
export function loadKeyFile(file: string): KeyFile {
  try {
    if (!fs.existsSync(file)) createKeyFile(file)
    return keysIn(fs.readFileSync(file, 'utf8'))
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code ?? error)
    return {
      problem: {
        en: `cannot be read or created (${code})`,
        fr: `ne peut être ni lu ni créé (${code})`,
      },
    }
  }
}

/** 32 bytes from 64 hexadecimal digits, base64 or base64url; `undefined` for anything else. */
export function parseKey(text: string): Buffer | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex')
  if (!/^[\w+/-]{43}=?$/.test(text)) return undefined
  const key = Buffer.from(text, 'base64')
  return key.length === KEY_BYTES ? key : undefined
}

function createKeyFile(file: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o711 })
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  fs.writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  })
  try {
    // a link appears whole or not at all, and fails when another process was first
    fs.linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    fs.unlinkSync(draft)
  }
}

function keysIn(content: string): KeyFile {
  const lines = content
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const [first, ...others] = lines.map(parseKey)
  if (!first || others.includes(undefined)) {
    return {
      problem: {
        en: 'does not hold keys of 32 bytes in base64 or hexadecimal, one a line',
        fr: 'ne contient pas de clés de 32 octets en base64 ou en hexadécimal, une par ligne',
      },
    }
  }
  return { keys: [first, ...others.filter((key) => key !== undefined)] }
}

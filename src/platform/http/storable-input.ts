import { storable } from '#platform/db/storable.ts'

/**
 * What was sent, as a database can keep it: without NUL and without halves of letters (lone surrogates), which come with what is
 * pasted from PDF files and cut by programs, and which PostgreSQL takes in no text. Changed in place, names included;
 * however deep, the stack does not grow.
 */
export function storableInput(sent: unknown): unknown {
  if (typeof sent === 'string') return storable(sent)
  const left = [sent]
  while (left.length > 0) {
    const holder = left.pop()
    // A file's bytes are left as they are.
    if (!isHolder(holder)) continue
    for (const name of Object.keys(holder)) {
      const value = holder[name]
      const kept = typeof value === 'string' ? storable(value) : value
      if (kept !== value) holder[name] = kept
      if (typeof kept === 'object') left.push(kept)
      rename(holder, name)
    }
  }
  return sent
}

const isHolder = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)

function rename(holder: Record<string, unknown>, name: string): void {
  const kept = storable(name)
  if (kept === name) return
  const value = holder[name]
  delete holder[name]
  // A prototype is no name that anybody gives.
  if (kept !== '__proto__') holder[kept] = value
}

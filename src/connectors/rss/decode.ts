/** Byte-order marks, longest first (Encoding Standard, section 6.1). */
const marks: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
]

/**
 * The letters of a document, whatever its encoding: told by its byte-order mark, else by the HTTP header,
 * else by its own first line, else UTF-8 (RFC 7303, section 3). A wrong or unknown name falls back to
 * UTF-8, then to Windows-1252, in which everything reads.
 */
export function decode(bytes: Uint8Array, contentType: string): string {
  const marked = marks.find(([mark]) => mark.every((byte, i) => bytes[i] === byte))?.[1]
  const header = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1]
  const named = marked ?? header ?? declared(bytes)
  return read(bytes, named) ?? read(bytes, 'utf-8') ?? read(bytes, 'windows-1252') ?? ''
}

/** `<?xml … encoding="…"?>`, seen as ASCII; two-byte encodings show by their zero bytes. */
function declared(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le'
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be'
  const start = String.fromCharCode(...bytes.subarray(0, 200))
  return /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1]
}

function read(bytes: Uint8Array, encoding: string | undefined): string | null {
  if (!encoding) return null
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

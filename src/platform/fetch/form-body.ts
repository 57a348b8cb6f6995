import { randomUUID } from 'node:crypto'

/**
 * Writes a form as bytes that are read only as they leave (`multipart/form-data`, HTML 4.10.22.8): a video in it stays
 * on disk until then, and the request may be sent again.
 */
export function formBody(form: FormData): { type: string; body: Blob } {
  const boundary = `vigie-${randomUUID()}`
  const parts: (string | Blob)[] = []
  for (const [name, value] of form) {
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${quoted(name)}"`
    if (typeof value === 'string') parts.push(`${head}\r\n\r\n${value}\r\n`)
    else {
      const kind = value.type || 'application/octet-stream'
      parts.push(`${head}; filename="${quoted(value.name)}"\r\ncontent-type: ${kind}\r\n\r\n`)
      parts.push(value, '\r\n')
    }
  }
  parts.push(`--${boundary}--\r\n`)
  return { type: `multipart/form-data; boundary=${boundary}`, body: new Blob(parts) }
}

const quoted = (name: string) =>
  name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** A file of a form: under which name, and what it is. */
export interface Part {
  name: string
  filename: string
  blob: Blob
}

/**
 * A form whose first part is JSON without a file name, as Tumblr describes it: a `FormData` gives a name to whatever
 * has a type. Files are not read until they are sent.
 */
export function multipart(json: unknown, files: Part[]) {
  const boundary = `vigie-${crypto.randomUUID()}`
  const head = (headers: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${headers}\r\n\r\n`
  const parts: (string | Blob)[] = [
    head('name="json"\r\nContent-Type: application/json'),
    JSON.stringify(json),
    '\r\n',
  ]
  for (const { name, filename, blob } of files) {
    parts.push(
      head(`name="${name}"; filename="${filename}"\r\nContent-Type: ${blob.type}`),
      blob,
      '\r\n',
    )
  }
  parts.push(`--${boundary}--\r\n`)
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: new Blob(parts),
  }
}

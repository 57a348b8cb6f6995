import http from 'node:http'

export interface Answer {
  /** Median of some askings, in milliseconds. */
  ms: number
  /** On the wire, as compressed as a browser lets it be. */
  bytes: number
  /** In the answer; null for a page. */
  posts: number | null
}

const TIMES = 9

/** Asks the same thing several times over a local line. */
export async function ask(url: string, headers: Record<string, string>): Promise<Answer> {
  const times: number[] = []
  let bytes = 0
  for (let i = 0; i < TIMES; i++) {
    const began = performance.now()
    bytes = await bytesOf(url, { ...headers, 'accept-encoding': 'gzip, br' })
    times.push(performance.now() - began)
  }
  const ms = times.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0
  const response = await fetch(url, { headers })
  const isJson = response.headers.get('content-type')?.includes('json')
  const posts = isJson ? ((await response.json()) as unknown[]).length : null
  return { ms: Math.round(ms * 10) / 10, bytes, posts }
}

function bytesOf(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { headers }, (response) => {
        let bytes = 0
        response.on('data', (chunk: Buffer) => (bytes += chunk.length))
        response.on('end', () => resolve(bytes))
      })
      .on('error', reject)
  })
}

import { connect } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'

export interface Load {
  origin: string
  /** `/l/` */
  prefix: string
  codes: string[]
  durationMs: number
  connections: number
}

export interface LoadResult {
  answered: number
  /** Answers that were not a redirect. */
  failed: number
  seconds: number
  p50: number
  p99: number
}

/** Connections that each ask again as soon as they are answered, over plain sockets: the load stays light. */
async function load({ origin, prefix, codes, durationMs, connections }: Load): Promise<LoadResult> {
  const { hostname, port } = new URL(origin)
  const times: number[] = []
  let failed = 0
  let asked = 0
  const started = performance.now()

  const oneConnection = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), hostname)
      let sent = 0
      let answer = ''
      const ask = () => {
        if (performance.now() - started > durationMs) return socket.end(resolve)
        sent = performance.now()
        socket.write(requestFor(prefix + pick(codes, asked), asked++, hostname))
      }
      socket.setNoDelay(true)
      socket.on('connect', ask)
      socket.on('error', reject)
      socket.on('data', (chunk) => {
        answer += chunk.toString('latin1')
        if (!answer.includes('\r\n\r\n')) return
        times.push(performance.now() - sent)
        if (!answer.startsWith('HTTP/1.1 302')) failed++
        answer = ''
        ask()
      })
    })

  await Promise.all(Array.from({ length: connections }, oneConnection))
  const seconds = (performance.now() - started) / 1000
  times.sort((a, b) => a - b)
  return {
    answered: times.length,
    failed,
    seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  }
}

/** Half of the clicks go to one link, as when a post takes off. */
function pick(codes: string[], n: number): string {
  return codes[n % 2 === 0 ? 0 : n % codes.length] ?? ''
}

/** Two people in three, each new; else a preview. */
function requestFor(path: string, n: number, host: string): string {
  const person = `Mozilla/5.0 (X11; Linux x86_64; rv:${n % 200}.0) Gecko/20100101 Firefox/${n}.0`
  const userAgent = n % 3 === 0 ? 'facebookexternalhit/1.1' : person
  return [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}`,
    `User-Agent: ${userAgent}`,
    'Accept: text/html',
    'Accept-Language: fr-FR,fr;q=0.9',
    'Referer: https://social.example/',
    '\r\n',
  ].join('\r\n')
}

function quantile(sorted: readonly number[], q: number): number {
  return Number((sorted[Math.floor(sorted.length * q)] ?? NaN).toFixed(2))
}

parentPort?.postMessage(await load(workerData as Load))

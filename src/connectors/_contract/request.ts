/** One request to a network. */
export interface Request {
  url: URL | string
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  headers?: Record<string, string>
  /** Sent as JSON. */
  json?: unknown
  /** Sent as it is; give the content type in `headers` unless it is a form. */
  body?: string | Uint8Array<ArrayBuffer> | Blob | FormData
  timeoutMs?: number
  maxBytes?: number
  /** The least time since the last request to this host, for one that asks for patience. */
  gapMs?: number
  /**
   * Would people see something if the network accepted this request? Then a doubt about its outcome is
   * an `unknown-outcome`; otherwise it is `transient`, for sending it again harms nobody.
   */
  publishes?: boolean
}

/** A complete answer, whatever its status. */
export interface Reply {
  status: number
  headers: Headers
  text: string
}

/** The parsed text, or undefined when it is not JSON. An empty answer reads as an empty object. */
export function parseJson(text: string): unknown {
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

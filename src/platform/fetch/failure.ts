export type FetchFailureKind =
  | 'bad-url'
  | 'private-address'
  | 'dns'
  | 'connection-refused'
  | 'connection-reset'
  | 'tls'
  | 'timeout'
  | 'too-large'
  | 'redirects'
  /** The caller's own signal. */
  | 'aborted'

/** An exchange that brought no answer. The message names the origin only: paths may hold secrets. */
export class FetchFailure extends Error {
  override readonly name = 'FetchFailure'
  readonly kind: FetchFailureKind
  /** Whether the server may have read the request. False only when it certainly has not. */
  readonly requestSent: boolean

  constructor(kind: FetchFailureKind, detail: string, requestSent: boolean, cause?: unknown) {
    super(`${kind}: ${detail}`, { cause })
    this.kind = kind
    this.requestSent = requestSent
  }
}

/** Which kind an error of the network is, by its code or that of the error that caused it. */
export function kindOf(error: unknown, requestSent: boolean): FetchFailureKind {
  if (error instanceof FetchFailure) return error.kind
  const { code, cause, errors } = error as { code?: string; cause?: unknown; errors?: unknown[] }
  const kind = KINDS.find(([shape]) => shape.test(code ?? ''))?.[1]
  if (kind) return kind
  const inner = cause ?? errors?.[0]
  if (inner) return kindOf(inner, requestSent)
  return requestSent ? 'connection-reset' : 'connection-refused'
}

const KINDS: readonly (readonly [RegExp, FetchFailureKind])[] = [
  [/^(ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL)$/, 'dns'],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES)$/, 'connection-refused'],
  [/^(ETIMEDOUT|UND_ERR_\w*TIMEOUT)$/, 'timeout'],
  [
    /^(ERR_TLS_|ERR_SSL_|CERT_|EPROTO|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH)/,
    'tls',
  ],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET|HPE_\w+|UND_ERR_\w+)$/, 'connection-reset'],
]

/**
 * Whether a query failed because nobody is there to answer it: no server, one that starts or stops (57P01 to 57P03),
 * a connection that broke (class 08).
 */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code = '', message, syscall, cause } = error as NodeJS.ErrnoException
  // The reader of sessions says why it could not in the cause.
  if (isAway(cause)) return true
  // Without its socket's folder there is no server; any other missing file is something else.
  if (code === 'ENOENT') return syscall === 'connect'
  // Closed to connections for a while, by whoever looks after it (`allow_connections`).
  if (code === '55000') return /not currently accepting connections/.test(message)
  return (
    /^(ECONNREFUSED|ECONNRESET|EPIPE|57P0[123]|08[0-9A-Z]{3})$/.test(code) ||
    /Connection terminated|terminating connection|timeout expired|not queryable|trying to connect/.test(
      message,
    )
  )
}

/** A text as PostgreSQL can keep it: without NUL, without half characters (lone surrogates). */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '')

/** JSON as PostgreSQL can keep it: networks and programs send anything, and what we know must not be lost for it. */
export const asJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? storable(inner) : inner,
  )

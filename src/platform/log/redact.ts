const HIDDEN = '[redacted]'
const DEEPEST = 12

const SECRET_NAME =
  /token|password|passwd|passphrase|secret|authorization|cookie|jwt|apikey|privatekey|signingkey|credential|sessionid|dpop/

const SECRETS_IN_TEXT: readonly (readonly [RegExp, string])[] = [
  // Authorization headers quoted in an error message; "basic information" is left alone
  [/\b([Bb]earer|Basic|DPoP)\s+(?=\S*[A-Z\d=])[\w.~+/=-]{6,}/g, `$1 ${HIDDEN}`],
  // query strings and form bodies: OAuth codes and tokens travel there
  [
    /(\b(?:\w*token|api_?key|client_secret|secret|password)=|[?&](?:code|state|key|sig|signature)=)[^&\s"'\\]+/gi,
    `$1${HIDDEN}`,
  ],
  // https://user:password@host
  [/(\w:\/\/)[^\s/@"'\\]+@/g, `$1${HIDDEN}@`],
  // JSON Web Tokens standing alone
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, HIDDEN],
]

/**
 * A copy of `value` in which everything that is named like a secret, at any depth, is replaced by
 * `[redacted]`, and every text is passed through `redactText`. Beyond twelve levels nothing is kept.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= DEEPEST) return HIDDEN
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      isSecretName(name) ? hide(inner) : redact(inner, depth + 1),
    ]),
  )
}

/** `text` without bearer tokens, credentials in addresses and secret parameters. */
export function redactText(text: string): string {
  return SECRETS_IN_TEXT.reduce((clean, [shape, shown]) => clean.replace(shape, shown), text)
}

function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name.toLowerCase().replaceAll(/[_\- ]/g, ''))
}

/** Whether a secret was there at all is useful when looking for a fault; a count is no secret. */
function hide(value: unknown): unknown {
  const harmless = value === null || value === '' || ['boolean', 'number'].includes(typeof value)
  return harmless ? value : HIDDEN
}

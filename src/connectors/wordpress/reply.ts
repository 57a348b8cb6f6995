import { parseJson, type Reply } from '#connectors/_contract/ask.ts'

export const network = 'WordPress'

/** WordPress names its refusals: `{ "code": "rest_cannot_publish", … }`. */
export function codeOf(reply: Pick<Reply, 'text'>): string {
  const body = parseJson(reply.text)
  const code = body && typeof body === 'object' && 'code' in body ? body.code : ''
  return typeof code === 'string' ? code : ''
}

/** An instant that WordPress gives in UTC without saying so: `2026-11-25T19:32:28`. */
export const instant = (gmt: string): Date => new Date(gmt.endsWith('Z') ? gmt : `${gmt}Z`)

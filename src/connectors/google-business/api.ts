import type { Reply } from '#connectors/_contract/ask.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { imageRefused } from '#connectors/_contract/refusals.ts'
import type { Service } from '#connectors/_google/call.ts'
import { errorOf } from '#connectors/_google/errors.ts'

export const network = 'Google Business'

/** Posts and reviews are still those of version 4; accounts and locations have APIs of their own. */
export const posts = 'https://mybusiness.googleapis.com/v4'
export const accounts = 'https://mybusinessaccountmanagement.googleapis.com/v1/accounts'
export const information = 'https://mybusinessbusinessinformation.googleapis.com/v1'

export const service: Service = { network, refusal }

/** What these APIs alone mean (developers.google.com/my-business/reference/rest/v4/ErrorCode, read 2026-11-25). */
function refusal(reply: Reply): Failure | null {
  const { message, reasons } = errorOf(reply)
  const detail = `${reply.status} ${message}`.trim()
  if (reply.status === 400 && /image|photo|media|source_?url/i.test(message)) {
    return { kind: 'rejected', reason: imageRefused(network), field: 'images', detail }
  }
  const isPlain = reasons.every((reason) => reason === 'PERMISSION_DENIED')
  if (reply.status === 403 && reasons.length > 0 && isPlain) {
    return { kind: 'rejected', reason: notYours, detail }
  }
  return null
}

const notYours = {
  en: 'Google does not let this account publish for the location. Check that it is verified, and that the account is one of its owners or managers.',
  fr: 'Google ne laisse pas ce compte publier pour l’établissement. Vérifiez qu’il est validé, et que le compte est l’un de ses propriétaires ou administrateurs.',
}

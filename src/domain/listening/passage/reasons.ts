import type { Text } from '#platform/text.ts'

/** So often is a post tried before it is set aside. */
export const TRIES = 5
/** So often may those who took it end before they say anything of it. */
export const ENDINGS = 10

export const unreadable: Text = {
  en: 'This is not a post this version of Vigie can read: another program wrote it, or a newer Vigie.',
  fr: 'Ce n’est pas une publication que cette version de Vigie sait lire : un autre programme l’a écrite, ou une Vigie plus récente.',
}

export const notOurs: Text = {
  en: 'Its company is not on this server. Do two Vigie servers share one stream? Give each its own VIGIE_NATS_STREAM.',
  fr: 'Son entreprise n’est pas de ce poste. Deux postes se partagent-ils un flux ? Donnez à chacun son VIGIE_NATS_STREAM.',
}

export const endings: Text = {
  en: `It was handed out more than ${ENDINGS} times, and each time its listener stopped before saving it.`,
  fr: `Elle a été remise plus de ${ENDINGS} fois, et chaque fois le processus d’écoute s’est arrêté avant de la garder.`,
}

export function refused(error: unknown): Text {
  const short = shortly(error)
  return {
    en: `It was tried ${TRIES} times and could not be kept: ${short}.`,
    fr: `Elle a été essayée ${TRIES} fois sans pouvoir être gardée : ${short}.`,
  }
}

/** Where no queue tries it again and again. */
export function refusedAtOnce(error: unknown): Text {
  const short = shortly(error)
  return {
    en: `It could not be kept, even on its own: ${short}.`,
    fr: `Elle n’a pas pu être gardée, même seule : ${short}.`,
  }
}

function shortly(error: unknown): string {
  const words = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
  const detail = words.toWellFormed().replace(/\p{Cc}/gu, '')
  return detail.length > 200 ? `${detail.slice(0, 199).toWellFormed()}…` : detail
}

/**
 * Classes of PostgreSQL’s errors that say nothing of the post: connection, transaction to begin again, resources, object in use, a
 * person stopped it, its disk. Source: its manual (18), appendix A, read 2026-11-26.
 */
const ofTheDatabase = /^(?:08|40|53|55|57|58)/

/** Whether a failure is the database's, so that the post is not to blame. */
export function isOurs(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: unknown }
  if (typeof code === 'string') return /^E[A-Z]+$/.test(code) || ofTheDatabase.test(code)
  return /connection|terminated|timeout/i.test(error.message)
}

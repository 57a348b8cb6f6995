import { waitUntil } from '#connectors/_contract/usual-failure.ts'
import { imageRefused, refusedBy } from '#connectors/_contract/refusals.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import type { Text } from '#platform/text.ts'
import { network } from './wiki.ts'

interface Said {
  code: string
  info: string
}

/**
 * What MediaWiki means by its errors, which come with a status of 200 (www.mediawiki.org/wiki/API:Errors_and_warnings,
 * read 2026-11-25).
 * @param publishes whether people would see something if the request was done all the same
 */
export function failureOf({ code, info }: Said, tools: Tools, publishes: boolean): Failure {
  const detail = `${code}: ${info}`.slice(0, 300)
  const reject = (reason: Text, field?: string): Failure => ({
    kind: 'rejected',
    reason,
    detail,
    ...(field ? { field } : {}),
  })
  if (/^assert|^notloggedin|^readapidenied/.test(code)) return { kind: 'auth', detail }
  if (/^ratelimited|^maxlag|throttle/.test(code)) {
    const unsaid = { status: 429, headers: new Headers(), text: '' }
    return { kind: 'rate', until: waitUntil(unsaid, tools), detail }
  }
  // The session ended, somebody wrote at the same instant, or the wiki is being looked after.
  if (/^badtoken|^editconflict|^readonly/.test(code)) return { kind: 'transient', detail }
  if (code.startsWith('internal_api_error')) {
    return { kind: publishes ? 'unknown-outcome' : 'transient', detail }
  }
  if (code.endsWith('blocked')) return reject(blocked)
  if (
    /^protected|^permissiondenied|^cantcreate|^noedit|^cascadeprotected|^titleblacklist/.test(code)
  ) {
    return reject(notAllowed, 'options.page')
  }
  if (/^invalidtitle|^missingtitle/.test(code)) return reject(noSuchPage, 'options.page')
  if (code === 'contenttoobig') return reject(pageFull, 'options.page')
  if (/^uploaddisabled|^cantupload|^badaccess/.test(code)) return reject(noUploads, 'images')
  if (/^file-?too-?large/.test(code)) return reject(tooHeavyThere, 'images')
  if (/^filetype|^verification-error|^empty-file|^illegal-filename/.test(code)) {
    return reject(imageRefused(network), 'images')
  }
  return reject(refusedBy(network, info))
}

const blocked: Text = {
  en: 'This account is blocked on the wiki. Ask one of its administrators why.',
  fr: 'Ce compte est bloqué sur le wiki. Demandez pourquoi à l’un de ses administrateurs.',
}

const notAllowed: Text = {
  en: 'This account may not write on that page. Choose another page, or ask for the right; the bot password must allow editing too.',
  fr: 'Ce compte ne peut pas écrire sur cette page. Choisissez-en une autre, ou demandez le droit ; le mot de passe de robot doit aussi permettre de modifier.',
}

const noSuchPage: Text = {
  en: 'The wiki cannot have a page of that name. Choose another page.',
  fr: 'Le wiki ne peut pas avoir de page de ce nom. Choisissez une autre page.',
}

const pageFull: Text = {
  en: 'That page is as long as the wiki allows. Begin another page.',
  fr: 'Cette page est aussi longue que le wiki le permet. Commencez une autre page.',
}

const tooHeavyThere: Text = {
  en: 'An image is heavier than this wiki accepts. Use a lighter one.',
  fr: 'Une image est plus lourde que ce wiki ne l’accepte. Choisissez-en une plus légère.',
}

export const noUploads: Text = {
  en: 'This wiki does not let this account send images. Send the text alone, or ask an administrator; the bot password must allow uploads too.',
  fr: 'Ce wiki ne permet pas à ce compte d’envoyer des images. Envoyez le texte seul, ou demandez à un administrateur ; le mot de passe de robot doit aussi permettre les envois.',
}

import type { Account, Finding, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { settingsOf } from './account.ts'
import { askCreator } from './creator.ts'

/** What only TikTok knows of an account that works: its rights, whether the app was audited, whether it is private. */
export async function examine(tools: Tools, account: Account): Promise<Outcome<Finding[]>> {
  const today = await askCreator(tools, account)
  if (!today.ok) return today
  const { scopes } = settingsOf(account)
  const audited = tools.app?.['audited'] === 'yes'
  const has = (name: string) => scopes.length === 0 || scopes.includes(name)
  const countsOk = has('video.list') && has('user.info.stats')
  const found: Finding[] = [
    { what: mayCount, ok: countsOk, ...(countsOk ? {} : { next: tickAll }) },
    { what: isAudited, ok: audited, ...(audited ? {} : { next: askForAudit }) },
  ]
  if (!audited) {
    // A private account is not offered the whole world.
    const ok = !today.value.creator.privacyLevels.includes('PUBLIC_TO_EVERYONE')
    found.push({ what: isPrivate, ok, ...(ok ? {} : { next: makePrivate }) })
  }
  return done(found)
}

const mayCount = {
  en: 'Vigie may read the account’s public posts and its figures',
  fr: 'Vigie peut lire les publications publiques du compte et ses chiffres',
}

const tickAll = {
  en: 'Connect the account again, and leave everything ticked on TikTok’s page.',
  fr: 'Reconnectez le compte, en laissant tout coché sur la page de TikTok.',
}

const isAudited = {
  en: 'TikTok has audited the app: posts can be seen by everyone',
  fr: 'TikTok a audité l’application : les publications peuvent être vues de tous',
}

const askForAudit = {
  en: 'Until then, only the account sees what leaves, and five accounts at most may post in 24 hours. Ask for the audit on the page of your app (Content Posting API, Direct Post). Once TikTok has written that it is done, give the keys of the app again, answer “Yes”, and check each account.',
  fr: 'D’ici là, le compte est seul à voir ce qui part, et cinq comptes au plus peuvent publier en 24 heures. Demandez l’audit sur la page de votre application (Content Posting API, Direct Post). Quand TikTok a écrit que c’est fait, redonnez les clés de l’application en répondant « Oui », puis vérifiez chaque compte.',
}

const isPrivate = {
  en: 'The account is set to private, as TikTok wants until the audit',
  fr: 'Le compte est réglé en privé, comme TikTok le veut avant l’audit',
}

const makePrivate = {
  en: 'On TikTok: Settings and privacy, Privacy, Private account. It can be public again after the audit.',
  fr: 'Sur TikTok : Paramètres et confidentialité, Confidentialité, Compte privé. Il pourra redevenir public après l’audit.',
}

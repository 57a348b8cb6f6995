import type { Account, Finding, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { grantedOf, isGranted } from './account.ts'
import { broad, narrow } from './oauth/scopes.ts'

/** How the account was connected, what that allows, and for how long: known here, nobody is asked. */
export async function examine(_: Tools, account: Account): Promise<Outcome<Finding[]>> {
  if (!isGranted(account)) return done([{ what: byPassword, ok: true }])
  const { scope, clientId, signedBy } = grantedOf(account)
  const given = new Set(scope.split(' '))
  const { host } = new URL(clientId)
  return done([
    rightsIn(given),
    signedBy ? { what: knownAs(host), ok: true } : { what: forTwoWeeks, ok: false, next: notLocal },
  ])
}

function rightsIn(given: ReadonlySet<string>): Finding {
  const has = (wanted: string) => wanted.split(' ').every((right) => given.has(right))
  if (has(broad)) return { what: allRights, ok: true }
  if (has(narrow)) return { what: ourRights, ok: true }
  return { what: someRights, ok: false, next: allowAll }
}

const byPassword = {
  en: 'It was connected with an app password, which allows all but what concerns the account itself.',
  fr: 'Il a été connecté avec un mot de passe d’application, qui permet tout, sauf ce qui touche au compte lui-même.',
}

const ourRights = {
  en: 'It was connected on its own page, and allows posts, pictures and what is said of them: nothing else.',
  fr: 'Il a été connecté sur sa propre page, et permet les publications, les images et ce qu’on en dit : rien d’autre.',
}

const allRights = {
  en: 'It was connected on its own page. Its server knows no narrower rights: it allows what an app password does.',
  fr: 'Il a été connecté sur sa propre page. Son serveur ne connaît pas de droits plus étroits : il permet ce que permet un mot de passe d’application.',
}

const someRights = {
  en: 'Some of the rights that Vigie asks for were not given.',
  fr: 'Certains des droits que demande Vigie n’ont pas été donnés.',
}

const allowAll = {
  en: 'Connect the account again, and allow all that is asked.',
  fr: 'Reconnectez le compte, et acceptez tout ce qui est demandé.',
}

const knownAs = (host: string) => ({
  en: `Access was given to Vigie at ${host}: should its address change, connect the account again.`,
  fr: `L’accès a été donné à Vigie à l’adresse ${host} : si elle change, il faudra reconnecter le compte.`,
})

const forTwoWeeks = {
  en: 'It was connected from an address that only this machine reaches: renewed or not, such access ends two weeks later.',
  fr: 'Il a été connecté depuis une adresse que seule cette machine atteint : renouvelé ou non, un tel accès prend fin deux semaines plus tard.',
}

const notLocal = {
  en: 'Connect it again with an app password, or once Vigie has a public address in https.',
  fr: 'Reconnectez-le avec un mot de passe d’application, ou quand Vigie aura une adresse publique en https.',
}

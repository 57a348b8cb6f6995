import type { Text } from '#platform/text.ts'

/** Browsers and servers agree on addresses up to about this long (RFC 9110, 4.1, asks for 8,000). */
const LONGEST = 8_000

/**
 * What is wrong with an address that a link should lead to; `undefined` when nothing is.
 * Only complete `http` and `https` addresses without a name and password pass: the desk redirects
 * people there, so it must be a page and must be what it seems.
 */
export function addressProblem(address: string): Text | undefined {
  if (address.length > LONGEST) return tooLong
  if (/[\s\p{Cc}\\]/u.test(address)) return notAnAddress
  const url = URL.parse(address)
  if (!url) return notAnAddress
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return notThePublicWeb
  if (!/^https?:\/\/[^/]/i.test(address)) return notAnAddress
  if (url.username || url.password) return withPassword
  return undefined
}

const tooLong: Text = {
  en: 'This address is longer than 8,000 characters.',
  fr: 'Cette adresse dépasse 8 000 caractères.',
}

const notAnAddress: Text = {
  en: 'Write a complete address, such as https://atelier-morel.fr/chairs',
  fr: 'Écrivez une adresse complète, par exemple https://atelier-morel.fr/chaises',
}

const notThePublicWeb: Text = {
  en: 'A short link can only lead to a page: the address must start with https:// or http://',
  fr: 'Un lien court ne peut mener qu’à une page : l’adresse doit commencer par https:// ou http://',
}

const withPassword: Text = {
  en: 'Take the name and password out of this address: everyone who clicks would see them.',
  fr: 'Retirez l’identifiant et le mot de passe de cette adresse : toute personne qui clique les verrait.',
}

import { isIP } from 'node:net'
import { done, type Look, toDo, unknown } from './look.ts'

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]'])

interface Addresses {
  network: string
  /** Where networks send people back: the desk's public address, or the one of the browser. */
  origin: string
  /** Where the person has the desk open. */
  openedAt: string | undefined
  /** Whether the desk was told its address when it was started. */
  told: boolean
}

/** Whether the network can send the person back here, and to where they are signed in. */
export function lookAtAddress({ network, origin, openedAt, told }: Addresses): Look {
  if (openedAt && openedAt !== origin) {
    return toDo(
      'address',
      {
        en: `You have Vigie open at ${openedAt}, and ${network} will send you back to ${origin}, where you are not signed in.`,
        fr: `Vous utilisez Vigie à l’adresse ${openedAt}, et ${network} vous renverra vers ${origin}, où vous n’êtes pas identifié.`,
      },
      {
        en: `Open ${origin}, sign in there, and connect the account from there.`,
        fr: `Ouvrez ${origin}, identifiez-vous, et connectez le compte depuis cette adresse.`,
      },
    )
  }
  const { protocol, hostname } = new URL(origin)
  if (LOCAL.has(hostname)) {
    return unknown(
      'address',
      {
        en: `Vigie is at ${origin}, which only this machine reaches: some networks accept that, others want https.`,
        fr: `Vigie est à l’adresse ${origin}, que seule cette machine atteint : certains réseaux l’acceptent, d’autres exigent https.`,
      },
      {
        en: `If ${network} refuses this address, give Vigie a public one in https (setting VIGIE_PUBLIC_URL).`,
        fr: `Si ${network} refuse cette adresse, donnez à Vigie une adresse publique en https (réglage VIGIE_PUBLIC_URL).`,
      },
    )
  }
  if (protocol !== 'https:') {
    return toDo(
      'address',
      {
        en: `Vigie is at ${origin}, and networks send people back to https addresses only.`,
        fr: `Vigie est à l’adresse ${origin}, et les réseaux ne renvoient que vers des adresses en https.`,
      },
      {
        en: 'Put a TLS proxy in front of Vigie and start it with VIGIE_PUBLIC_URL=https://… and VIGIE_TRUST_PROXY=1.',
        fr: 'Placez un proxy TLS devant Vigie et démarrez-la avec VIGIE_PUBLIC_URL=https://… et VIGIE_TRUST_PROXY=1.',
      },
    )
  }
  if (told)
    return done('address', {
      en: `The public address of Vigie is set: ${origin}.`,
      fr: `L’adresse publique de Vigie est réglée : ${origin}.`,
    })
  return unknown(
    'address',
    {
      en: `Vigie takes its address from your browser: ${origin}.`,
      fr: `Vigie tient son adresse de votre navigateur : ${origin}.`,
    },
    {
      en: `Start it with VIGIE_PUBLIC_URL=${origin}, so that the redirect address stays the same for everybody.`,
      fr: `Démarrez-la avec VIGIE_PUBLIC_URL=${origin}, pour que l’adresse de redirection reste la même pour tous.`,
    },
  )
}

/** Whether an address is one that the internet could reach at all. */
export const isPublic = (origin: string): boolean => !LOCAL.has(new URL(origin).hostname)

/** Whether strangers may come and read something at an address: by a name of the internet, in https. */
export function isReadable(origin: string): boolean {
  const { protocol, hostname } = new URL(origin)
  const isName = hostname.includes('.') && isIP(hostname) === 0
  return protocol === 'https:' && isName && !hostname.startsWith('[')
}

/** The same, for a network that comes to read at this desk who asks for access. */
export function lookAtReading(addresses: Addresses): Look {
  const { network, origin, openedAt } = addresses
  if ((openedAt && openedAt !== origin) || isReadable(origin)) return lookAtAddress(addresses)
  return toDo(
    'address',
    {
      en: `To give access on its own page, ${network} comes to read who asks, and cannot do so at ${origin}.`,
      fr: `Pour donner accès sur sa propre page, ${network} vient lire qui le demande, et ne le peut pas à l’adresse ${origin}.`,
    },
    {
      en: 'Connect the other way, or give Vigie a public address in https (setting VIGIE_PUBLIC_URL).',
      fr: 'Connectez le compte de l’autre façon, ou donnez à Vigie une adresse publique en https (réglage VIGIE_PUBLIC_URL).',
    },
  )
}

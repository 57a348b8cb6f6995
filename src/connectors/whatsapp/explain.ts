import type { Explain } from '#connectors/_meta/meaning.ts'
import type { Text } from '#platform/text.ts'

/**
 * WhatsApp's own codes (developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes): what the
 * person is who is written to, what is wrong with the words or the template. Limits and access are Meta's common ones.
 */
export const explain: Explain = ({ code, words }) => {
  const known = sentences[code]
  if (!known) return null
  return { ...known, reason: known.reason(words) }
}

export const windowIsOver: Text = {
  en: 'More than 24 hours have passed since this person’s last message: WhatsApp lets a company answer within a day only, until they write again.',
  fr: 'Plus de 24 heures ont passé depuis le dernier message de cette personne : WhatsApp ne laisse une entreprise répondre que dans la journée, jusqu’à ce qu’on lui écrive de nouveau.',
}

interface Known {
  field?: string
  reason(words: string): Text
}

const said = (en: string, fr: string) => () => ({ en, fr })

const notThere: Known = {
  field: 'to',
  reason: said(
    'This number cannot be written to on WhatsApp: it has no account, or an old one.',
    'Ce numéro ne peut pas recevoir de message WhatsApp : il n’a pas de compte, ou son application est trop ancienne.',
  ),
}

const stopped: Known = {
  field: 'to',
  reason: said(
    'This person has asked WhatsApp for no more promotions from you.',
    'Cette personne a demandé à WhatsApp de ne plus recevoir vos promotions.',
  ),
}

const templateWrong: Known = {
  field: 'text',
  reason: (words) => ({
    en: `WhatsApp refuses the template of these letters: ${words}`,
    fr: `WhatsApp refuse le modèle de ces lettres : ${words}`,
  }),
}

const sentences: Record<number, Known> = {
  131_021: {
    field: 'to',
    reason: said(
      'WhatsApp sends nothing from a number to itself.',
      'WhatsApp n’envoie rien d’un numéro à lui-même.',
    ),
  },
  131_026: notThere,
  131_030: {
    field: 'to',
    reason: said(
      'The test number of Meta writes to five numbers that you chose, and to nobody else.',
      'Le numéro de test de Meta n’écrit qu’aux cinq numéros que vous avez choisis.',
    ),
  },
  131_047: { field: 'text', reason: () => windowIsOver },
  131_050: stopped,
  131_031: {
    reason: said(
      'Meta has locked the WhatsApp account. In Meta Business Suite, look at Business Support Home.',
      'Meta a bloqué le compte WhatsApp. Dans Meta Business Suite, consultez Assistance aux entreprises.',
    ),
  },
  131_042: {
    reason: said(
      'Meta cannot bill the WhatsApp account. In WhatsApp Manager, check its payment method.',
      'Meta ne peut pas facturer le compte WhatsApp. Dans le Gestionnaire WhatsApp, vérifiez son moyen de paiement.',
    ),
  },
  132_000: templateWrong,
  132_001: templateWrong,
  132_005: templateWrong,
  132_007: templateWrong,
  132_012: templateWrong,
  132_015: templateWrong,
  132_016: templateWrong,
  132_018: templateWrong,
  133_010: {
    reason: said(
      'This number is not registered for WhatsApp’s API. In WhatsApp Manager, register it, then retry.',
      'Ce numéro n’est pas enregistré pour l’API de WhatsApp. Enregistrez-le dans le Gestionnaire WhatsApp, puis réessayez.',
    ),
  },
}

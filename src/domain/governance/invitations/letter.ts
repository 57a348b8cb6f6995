import type { Letter } from '#platform/mail/mail.ts'
import { type Language, say, type Text } from '#platform/text.ts'

/** The letter that brings an invitation, in the language of the company. */
export function letterOf(
  to: string,
  facts: { company: string; by: string; link: string },
  language: Language,
): Letter {
  return { to, subject: say(subject, language, facts), text: say(text, language, facts) }
}

const subject: Text = {
  en: '{by} invites you to {company} on Vigie',
  fr: '{by} vous invite dans {company} sur Vigie',
}

const text: Text = {
  en: `Hello,

{by} invites you to work on the social media of {company} with Vigie. Follow this link to join:

{link}

It is for you alone, can be used once, and is valid for seven days. If you did not expect this letter, do nothing.
`,
  fr: `Bonjour,

{by} vous invite à travailler sur les réseaux sociaux de {company} avec Vigie. Suivez ce lien pour rejoindre l’équipe :

{link}

Il vous est personnel, ne sert qu’une fois et reste valable sept jours. Si vous n’attendiez pas cette lettre, ne faites rien.
`,
}

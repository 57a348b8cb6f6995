import { problemKind } from '#platform/http/problem.ts'

export const noAssistant = problemKind(
  'assistant.none',
  409,
  { en: 'No help is set up', fr: 'Aucune aide n’est configurée' },
  {
    en: 'This company has no address to ask for help. An owner or a manager can give one in the settings.',
    fr: 'Cette entreprise n’a pas d’adresse à qui demander de l’aide. Un propriétaire ou un gestionnaire peut en donner une dans les réglages.',
  },
)

const kind = (code: string, status: number, en: string, fr: string) =>
  problemKind(
    `assistant.${code}`,
    status,
    { en: 'No help received', fr: 'L’aide n’est pas venue' },
    { en, fr },
  )

export const unreachable = kind(
  'unreachable',
  502,
  '{host} does not answer. Try again, or check the address in the settings.',
  '{host} ne répond pas. Réessayez, ou vérifiez l’adresse dans les réglages.',
)

export const notAllowedThere = kind(
  'private_address',
  422,
  '{host} is a private address or plain http. Whoever runs this desk can allow it (VIGIE_ALLOW_PRIVATE_HOSTS).',
  '{host} est une adresse privée ou en http simple. La personne qui administre ce poste peut l’autoriser (VIGIE_ALLOW_PRIVATE_HOSTS).',
)

export const wrongKey = kind(
  'wrong_key',
  422,
  '{host} does not accept the key. Give another one in the settings.',
  '{host} n’accepte pas la clé. Donnez-en une autre dans les réglages.',
)

export const notThere = kind(
  'not_there',
  422,
  '{host} knows no model “{model}” at this address. Check both in the settings.',
  '{host} ne connaît pas de modèle « {model} » à cette adresse. Vérifiez les deux dans les réglages.',
)

export const tooMuch = kind(
  'too_much',
  503,
  '{host} asks to wait, or its credit is used up. Try again in a while.',
  '{host} demande de patienter, ou son crédit est épuisé. Réessayez dans un moment.',
)

export const refused = kind(
  'refused',
  502,
  '{host} answered with an error ({status}): {said}',
  '{host} a répondu par une erreur ({status}) : {said}',
)

export const unreadable = kind(
  'unreadable',
  502,
  '{host} answered something that is not a proposal. Does its address speak OpenAI’s chat completions?',
  '{host} a répondu autre chose qu’une proposition. Son adresse parle-t-elle le « chat completions » d’OpenAI ?',
)

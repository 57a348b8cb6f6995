import type { Text } from '#platform/text.ts'
import type { Refusal } from './connector.ts'

/**
 * What a network means by the codes of OAuth (RFC 6749, sections 4.1.2.1 and 5.2; RFC 7591, section 3.2.2), read
 * 2026-11-25, and by those that most networks add to them.
 * @param code the parameter `error` of the callback, or the field `error` of an answer of the token endpoint
 * @param redirectUri this desk's address, which some sentences give to compare
 * @returns null for a code that is none of these
 */
export function oauthRefusal(network: string, code: string, redirectUri: string): Refusal | null {
  const known = Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined
  if (!known) return null
  return {
    reason: filled(known.reason, network, redirectUri),
    next: filled(known.next, network, redirectUri),
  }
}

/** Any connector gets this reading of a callback for free. @returns null when the network did not refuse */
export function refusalIn(
  network: string,
  callback: URLSearchParams,
  redirectUri: string,
): Refusal | null {
  const code = callback.get('error')
  if (code === null) return null
  return oauthRefusal(network, code, redirectUri) ?? unknownRefusal(network, code)
}

/** Only what looks like a code is repeated: the rest of an address is anybody's words. */
function unknownRefusal(network: string, code: string): Refusal {
  const shown = /^[\w.-]{1,60}$/.test(code) ? ` (${code})` : ''
  return {
    reason: {
      en: `${network} sent you back without giving access${shown}.`,
      fr: `${network} vous a renvoyé ici sans donner accès${shown}.`,
    },
    next: AGAIN,
  }
}

const AGAIN: Text = {
  en: 'Connect the account again. If the same happens, compare your app with the steps shown there.',
  fr: 'Reconnectez le compte. Si cela se reproduit, comparez votre application aux étapes indiquées.',
}

const badRequest: Refusal = {
  reason: {
    en: '{network} did not understand the request of Vigie.',
    fr: '{network} n’a pas compris la demande de Vigie.',
  },
  next: {
    en: 'Check that the redirect address of your app on {network} is {redirectUri}, to the letter, then connect again.',
    fr: 'Vérifiez que l’adresse de redirection de votre application sur {network} est exactement {redirectUri}, puis reconnectez le compte.',
  },
}

const badClient: Refusal = {
  reason: {
    en: '{network} does not recognise the app by its keys.',
    fr: '{network} ne reconnaît pas l’application à ses clés.',
  },
  next: {
    en: 'Copy the keys from the page of your app on {network} once more, and replace those that Vigie keeps.',
    fr: 'Copiez de nouveau les clés depuis la page de votre application sur {network}, et remplacez celles que Vigie garde.',
  },
}

const badRedirect: Refusal = {
  reason: {
    en: '{network} does not know the redirect address of Vigie.',
    fr: '{network} ne connaît pas l’adresse de redirection de Vigie.',
  },
  next: {
    en: 'On {network}, set the redirect address of your app to {redirectUri}, to the letter, then connect again.',
    fr: 'Sur {network}, donnez à votre application l’adresse de redirection {redirectUri}, à la lettre près, puis reconnectez le compte.',
  },
}

const notAllowed: Refusal = {
  reason: {
    en: 'Access was declined on the page of {network}.',
    fr: 'L’accès a été refusé sur {network}.',
  },
  next: {
    en: 'Connect again and allow everything that the page of {network} asks. If you did, the account may not have the right to.',
    fr: 'Recommencez en autorisant tout ce que {network} demande. Si vous l’aviez fait, ce compte n’en a peut-être pas le droit.',
  },
}

const notForThisApp: Refusal = {
  reason: {
    en: '{network} does not let your app connect accounts.',
    fr: '{network} ne permet pas à votre application de connecter des comptes.',
  },
  next: {
    en: 'On the page of your app on {network}, check that it is active and has every product that the steps name.',
    fr: 'Sur la page de votre application chez {network}, vérifiez qu’elle est active et qu’elle a tous les produits que nomment les étapes.',
  },
}

const busy: Refusal = {
  reason: {
    en: '{network} has a trouble of its own and gave no access.',
    fr: '{network} a un incident et n’a pas donné accès.',
  },
  next: {
    en: 'Nothing is to be changed here: connect again in a few minutes.',
    fr: 'Il n’y a rien à modifier ici : reconnectez le compte dans quelques minutes.',
  },
}

const notSignedIn: Refusal = {
  reason: {
    en: '{network} needed you to sign in or to agree, and could not ask you.',
    fr: '{network} devait vous demander de vous identifier ou de donner votre accord, et n’a pas pu.',
  },
  next: {
    en: 'Sign in on {network} in this browser, then connect again.',
    fr: 'Identifiez-vous sur {network} dans ce navigateur, puis reconnectez le compte.',
  },
}

const REFUSALS: Record<string, Refusal> = {
  access_denied: notAllowed,
  invalid_request: badRequest,
  unauthorized_client: notForThisApp,
  unsupported_response_type: notForThisApp,
  unsupported_grant_type: notForThisApp,
  invalid_scope: {
    reason: {
      en: '{network} refuses one of the permissions that Vigie asks for.',
      fr: '{network} refuse l’une des permissions que Vigie demande.',
    },
    next: {
      en: 'Give your app on {network} every permission of the list in its steps, then connect again. Some are given only after a review.',
      fr: 'Donnez à votre application sur {network} toutes les permissions de la liste des étapes, puis reconnectez le compte. Certaines ne sont accordées qu’après examen.',
    },
  },
  server_error: busy,
  temporarily_unavailable: busy,
  invalid_client: badClient,
  invalid_grant: {
    reason: {
      en: '{network} no longer takes the access it has just given: it was used already, or took too long.',
      fr: '{network} n’accepte plus l’accès qu’il venait de donner : il a déjà servi, ou a trop attendu.',
    },
    next: {
      en: 'Connect the account again, in one go. If the same happens, check that the clock of this machine is right.',
      fr: 'Reconnectez le compte, d’une seule traite. Si cela se reproduit, vérifiez que l’horloge de cette machine est à l’heure.',
    },
  },
  // Not in RFC 6749; Google, GitHub and others say it so.
  redirect_uri_mismatch: badRedirect,
  invalid_redirect_uri: badRedirect,
  // OpenID Connect Core 1.0, section 3.1.2.6.
  login_required: notSignedIn,
  consent_required: notSignedIn,
  interaction_required: notSignedIn,
}

function filled({ en, fr }: Text, network: string, redirectUri: string): Text {
  const fill = (words: string) =>
    words.replaceAll('{network}', () => network).replaceAll('{redirectUri}', () => redirectUri)
  return { en: fill(en), fr: fill(fr) }
}

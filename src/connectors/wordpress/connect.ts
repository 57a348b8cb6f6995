import { z } from 'zod'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { call } from './api.ts'
import { findApi } from './find-site.ts'
import { describe } from './profile.ts'

export const connect: Connect = { withCredentials, check: describe, revoke }

async function withCredentials(
  tools: Tools,
  fields: Record<string, string>,
): Promise<Outcome<Connected>> {
  const api = await findApi(tools, fields['site'] ?? '')
  if (!api.ok) return api
  const settings = { api: api.value, login: fields['login']?.trim() ?? '', userId: 0 }
  const secrets = { password: fields['password'] ?? '' }
  const connected = await describe(tools, { remoteId: '', handle: '', settings, secrets })
  if (connected.ok || connected.failure.kind !== 'auth') return connected
  const { detail } = connected.failure
  return failed({ kind: 'rejected', field: 'password', reason: wrongPassword, detail })
}

/** Takes back the password itself: nothing is left to leak. */
async function revoke(tools: Tools, account: Account): Promise<Outcome<null>> {
  const list = '/wp/v2/users/me/application-passwords'
  const used = await call(
    tools,
    account,
    { route: `${list}/introspect` },
    z.object({ uuid: z.string() }),
  )
  if (!used.ok) return used.failure.kind === 'auth' ? done(null) : used
  const removal = { route: `${list}/${used.value.uuid}`, method: 'DELETE' as const }
  const gone = await call(tools, account, removal, z.unknown())
  return gone.ok || gone.failure.kind === 'auth' ? done(null) : gone
}

const wrongPassword = {
  en: 'The site does not know this user name with this application password. Copy both again; the password of the account itself does not work here. If they are right, the site’s host may be dropping the Authorization header: ask it.',
  fr: 'Le site ne connaît pas cet identifiant avec ce mot de passe d’application. Copiez-les de nouveau ; le mot de passe du compte lui-même ne convient pas ici. S’ils sont justes, l’hébergeur du site retire peut-être l’en-tête Authorization : demandez-lui.',
}

import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'
import type { ManifestInput } from '#connectors/_contract/manifest.ts'
import type { MailServer } from '#platform/mail/courier.ts'

/** What is asked of the server by which letters leave. */
export const serverFields: ManifestInput['connect']['fields'] = [
  {
    name: 'server',
    label: { en: 'Outgoing mail server', fr: 'Serveur d’envoi' },
    hint: {
      en: 'Its name, and its port unless it is 587.',
      fr: 'Son nom, et son port si ce n’est pas 587.',
    },
    kind: 'text',
    placeholder: 'smtp.atelier-morel.fr:465',
  },
  {
    name: 'user',
    label: { en: 'User name', fr: 'Nom d’utilisateur' },
    kind: 'text',
    required: false,
  },
  {
    name: 'password',
    label: { en: 'Password', fr: 'Mot de passe' },
    kind: 'password',
    required: false,
  },
]

const settingsSchema = z.object({
  host: z.string(),
  port: z.number(),
  user: z.string().optional(),
})
const secretsSchema = z.object({ password: z.string().optional() })

/** The server by which the letters of an account leave. */
export function serverOf({ settings, secrets }: Pick<Account, 'settings' | 'secrets'>): MailServer {
  const { host, port, user } = settingsSchema.parse(settings)
  const { password } = secretsSchema.parse(secrets)
  return { host, port, ...(user ? { user } : {}), ...(password ? { password } : {}) }
}

import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'
import { defaultLimits, limitsSchema } from './limits.ts'

export const network = 'MediaWiki'

const settingsSchema = z.object({
  /** Address of `api.php`. */
  api: z.string(),
  /** `Camille@vigie`: the name of the account, and that of the bot password. */
  login: z.string(),
  /** The name of the account. */
  user: z.string().default(''),
  /** Where posts go unless an option says otherwise. */
  page: z.string(),
  /** Address of a page, `$1` standing for its name. */
  pages: z.string().default(''),
  limits: limitsSchema.catch(defaultLimits),
})

export type Wiki = z.infer<typeof settingsSchema>

export const wikiOf = (account: Pick<Account, 'settings'>): Wiki =>
  settingsSchema.parse(account.settings)

export const passwordOf = (account: Pick<Account, 'secrets'>): string =>
  z.object({ password: z.string() }).parse(account.secrets).password

/** The address of a page, or of one of its sections. */
export function addressOf({ pages }: Pick<Wiki, 'pages'>, page: string, section = ''): string {
  const name = encodeURIComponent(page.replaceAll(' ', '_'))
    .replaceAll('%2F', '/')
    .replaceAll('%3A', ':')
  const anchor = section === '' ? '' : `#${encodeURIComponent(section.replaceAll(' ', '_'))}`
  return pages.replace('$1', () => name) + anchor
}

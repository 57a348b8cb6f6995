import { z } from 'zod'
import type { Account } from '#connectors/_contract/connector.ts'

const secretsSchema = z.object({ accessToken: z.string(), refreshToken: z.string().default('') })

export const secretsOf = (account: Pick<Account, 'secrets'>) => secretsSchema.parse(account.secrets)

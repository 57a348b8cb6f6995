import { z } from 'zod'
import { codeGrant } from '#connectors/_contract/code-grant.ts'
import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import type { Board } from './account.ts'
import { call, network } from './api.ts'

/** What we do and nothing more: each of them is asked by `POST /pins` or `GET /user_account` (OpenAPI 5.23). */
const scopes = ['user_accounts:read', 'boards:read', 'boards:write', 'pins:read', 'pins:write']

export const connect: Connect = {
  ...codeGrant({
    network,
    tokenUrl: 'https://api.pinterest.com/v5/oauth/token',
    app: { id: 'appId', secret: 'appSecret', in: 'header' },
    page: 'https://www.pinterest.com/oauth/',
    scope: scopes.join(','),
    whose: (tools, secrets) => check(tools, { remoteId: '', handle: '', settings: {}, secrets }),
  }),
  check,
}

export const profileSchema = z.object({
  id: z.string(),
  username: z.string(),
  business_name: z.string().nullish(),
  profile_image: z.string().optional(),
  follower_count: z.number().nullish(),
  following_count: z.number().nullish(),
  pin_count: z.number().nullish(),
})

/** Who the token belongs to, with its boards as they are today. */
async function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const answer = await call(tools, account, { path: 'user_account' }, profileSchema)
  if (!answer.ok) return answer
  const boards = await readBoards(tools, account)
  if (!boards.ok) return boards
  const { id, username, business_name, profile_image: avatarUrl } = answer.value
  return done({
    account: { ...account, remoteId: id, handle: username, settings: { boards: boards.value } },
    displayName: business_name || username,
    ...(avatarUrl ? { avatarUrl } : {}),
    profileUrl: `https://www.pinterest.com/${username}/`,
  })
}

/** A thousand boards. */
const mostPages = 4

async function readBoards(tools: Tools, account: Account): Promise<Outcome<Board[]>> {
  const schema = z.object({
    items: z.array(
      z.object({ id: z.string(), name: z.string(), is_ads_only: z.boolean().optional() }),
    ),
    bookmark: z.string().nullish(),
  })
  const boards: Board[] = []
  const query: Record<string, string> = { page_size: '250' }
  for (let page = 0; page < mostPages; page++) {
    const answer = await call(tools, account, { path: 'boards', query }, schema)
    if (!answer.ok) return answer
    const ours = answer.value.items.filter(({ is_ads_only }) => !is_ads_only)
    boards.push(...ours.map(({ id, name }) => ({ id, name })))
    if (!answer.value.bookmark) break
    query['bookmark'] = answer.value.bookmark
  }
  return done(boards)
}

import { z } from 'zod'
import type { Metrics } from '#connectors/_contract/connector.ts'
import { done } from '#connectors/_contract/failure.ts'
import { settingsOf, tokenOf } from './account.ts'
import { call } from './bot-api.ts'

export const metrics: Metrics = {
  /** Views are shown to people only, and reactions are told as they happen, never as a count one can ask for. */
  posts: async () => done({}),
  async channel(tools, account) {
    const { chatId } = settingsOf(account)
    const asked = { method: 'getChatMemberCount', params: { chat_id: chatId } }
    const members = await call(tools, tokenOf(account), asked, z.number())
    return members.ok ? done({ followers: members.value }) : members
  },
}

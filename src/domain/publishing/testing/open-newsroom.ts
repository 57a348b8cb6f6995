import { camille as owner } from '#support/desk.ts'
import type { Caller } from '#support/caller.ts'
import { hire, sofia as sofiaIs, yanis as yanisIs } from '#support/hire.ts'
import type { PostView } from '../posts/api.ts'
import type { ApprovalView } from '../approvals/api.ts'
import { type Atelier, openAtelier } from './open-atelier.ts'

export interface Newsroom extends Atelier {
  /** Contributor: writes, and may not publish alone. */
  yanis: Caller
  /** Reviewer: approves, and does not write. */
  sofia: Caller
  ids: { yanis: string; sofia: string }
  /** Somebody else who works here, signed in. */
  join(name: string, role: Parameters<typeof hire>[2]): Promise<{ id: string; caller: Caller }>
  /** Yanis writes and schedules it; null: to leave now. */
  submitted(
    text: string,
    wallTime?: string | null,
    more?: { by?: string[] } & Record<string, unknown>,
  ): Promise<PostView>
  approval(post: { id: string }, as?: Caller): Promise<ApprovalView>
  /** Decides on what is there now. */
  decides(
    who: Caller,
    post: { id: string },
    decision: 'approve' | 'changes' | 'refuse',
    comment?: string,
  ): ReturnType<Caller['post']>
  /** Changes the post as it is now. */
  edits(who: Caller, post: { id: string }, changes: object): ReturnType<Caller['patch']>
}

/** Atelier Morel with Yanis who writes and Sofia who reads what he wrote. */
export async function openNewsroom(): Promise<Newsroom> {
  const atelier = await openAtelier()
  const join: Newsroom['join'] = async (name, role) => {
    const email = `${name
      .normalize('NFD')
      .replace(/[^a-z]/gi, '')
      .toLowerCase()}@atelier-morel.example`
    const id = await hire(atelier.desk.db, { name, email }, role)
    const caller = await atelier.as({ email, password: owner.password })
    return { id, caller: caller.with({ 'accept-language': 'en' }) }
  }
  const ids = {
    yanis: await hire(atelier.desk.db, yanisIs, 'contributor'),
    sofia: await hire(atelier.desk.db, sofiaIs, 'reviewer'),
  }
  const signIn = async ({ email }: { email: string }) =>
    (await atelier.as({ email, password: owner.password })).with({ 'accept-language': 'en' })
  const [yanis, sofia] = [await signIn(yanisIs), await signIn(sofiaIs)]
  const approval = async (post: { id: string }, as = sofia) =>
    (await as.get<{ approval: ApprovalView }>(`/posts/${post.id}/approval`)).body.approval
  return {
    ...atelier,
    yanis,
    sofia,
    ids,
    join,
    approval,
    async submitted(text, wallTime = '2026-11-24T09:30', { by = ['lyon'], ...more } = {}) {
      const variants = by.map((handle) => ({ channelId: atelier.accounts[handle] }))
      const { body } = await yanis.post<PostView>('/posts', { text, variants, ...more })
      const time = wallTime ? { wallTime } : {}
      const answer = await yanis.post<PostView>(`/posts/${body.id}/schedule`, {
        version: body.version,
        ...time,
      })
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
      return answer.body
    },
    async decides(who, post, decision, comment = '') {
      const { active, content } = await approval(post, who)
      const path = `/posts/${post.id}/approval/decisions`
      return who.post(path, { decision, comment, step: active, content })
    },
    async edits(who, post, changes) {
      const { version } = await atelier.read(post)
      return who.patch(`/posts/${post.id}`, { version, ...changes })
    },
  }
}

import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { id } from '#platform/http/shapes.ts'
import * as api from '../api.ts'
import { SCOPES_OF_ROLE } from '../roles.ts'
import { changeMember } from './change-member.ts'
import { listMembers } from './list-members.ts'
import { leaveCompany, removeMember } from './remove-member.ts'

const tag = 'members'
const byUser = z.object({ userId: id })

export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/members',
      access: 'company:read',
      tag,
      summary: 'Who works in this company',
      response: z.array(api.member),
      handler: ({ actor }) => listMembers(desk.db, actor.companyId),
    }),
    route({
      method: 'GET',
      path: '/roles',
      access: 'company:read',
      tag,
      summary: 'What each role may do',
      response: z.array(api.roleView),
      handler: async () => api.roles.map((role) => ({ role, scopes: [...SCOPES_OF_ROLE[role]] })),
    }),
    route({
      method: 'PATCH',
      path: '/members/:userId',
      access: 'members:write',
      tag,
      summary: 'Give a member another role, or other accounts to write for',
      params: byUser,
      body: api.memberChanges,
      handler: ({ actor, params, body }) => changeMember(desk, actor, params.userId, body),
    }),
    route({
      method: 'DELETE',
      path: '/members/:userId',
      access: 'members:write',
      tag,
      summary: 'Take a member out of the company; what they wrote stays',
      params: byUser,
      query: api.removal,
      handler: ({ actor, params, query }) => removeMember(desk, actor, params.userId, query.keys),
    }),
    route({
      method: 'POST',
      path: '/members/leave',
      access: 'company:read',
      tag,
      summary: 'Leave the company',
      handler: ({ actor }) => leaveCompany(desk, actor),
    }),
  ]
}

import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Call, type Route, route } from '#platform/http/route.ts'
import { byId } from '#platform/http/shapes.ts'
import * as api from '../api.ts'
import { identity } from '../identity.ts'
import { acceptInvitation, readInvitation } from './accept.ts'
import { invite, inviteAgain, listInvitations, uninvite } from './invite.ts'

const write = { access: 'members:write', tag: 'members' } as const
const open = { access: 'public', tag: 'invitation' } as const

export function routes(desk: Desk): Route[] {
  return [...invitingRoutes(desk), ...joiningRoutes(desk)]
}

function invitingRoutes(desk: Desk): Route[] {
  const sending = ({ request }: Pick<Call, 'request'>) => ({
    origin: desk.publicUrl ?? `${request.protocol}://${request.host}`,
  })
  return [
    route({
      ...write,
      method: 'GET',
      path: '/invitations',
      summary: 'Invitations that nobody has accepted yet',
      response: z.array(api.invitation),
      handler: ({ actor }) => listInvitations(desk, actor.companyId),
    }),
    route({
      ...write,
      method: 'POST',
      path: '/invitations',
      summary: 'Invite somebody by e-mail; the link is answered once',
      body: api.invitationInput,
      response: api.freshInvitation,
      status: 201,
      handler: (call) => invite(desk, call.actor, call.newId(), call.body, sending(call)),
    }),
    route({
      ...write,
      method: 'POST',
      path: '/invitations/:id/resend',
      summary: 'A new link for seven days; the old one is of no use any more',
      params: byId,
      response: api.freshInvitation,
      handler: (call) => inviteAgain(desk, call.actor, call.params.id, sending(call)),
    }),
    route({
      ...write,
      method: 'DELETE',
      path: '/invitations/:id',
      summary: 'Take an invitation back',
      params: byId,
      handler: ({ actor, params }) => uninvite(desk, actor, params.id),
    }),
  ]
}

function joiningRoutes(desk: Desk): Route[] {
  const { person: personOf } = identity(desk)
  return [
    route({
      ...open,
      method: 'GET',
      path: '/invitation/:token',
      summary: 'What an invitation offers to whoever holds its link',
      params: api.invitationToken,
      response: api.invitationOffer,
      handler: async ({ params, request }) =>
        readInvitation(desk, params.token, await personOf(request)),
    }),
    route({
      ...open,
      method: 'POST',
      path: '/invitation/:token/accept',
      summary: 'Join: with a new account, or by the one whose address was invited',
      params: api.invitationToken,
      body: api.acceptance,
      response: api.joined,
      handler: async ({ params, body, request, reply }) => {
        const person = await personOf(request)
        const token = params.token
        return { companyId: await acceptInvitation(desk, token, body, { person, request, reply }) }
      },
    }),
  ]
}

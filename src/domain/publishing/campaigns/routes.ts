import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId, id } from '#platform/http/shapes.ts'
import { postSummary, postView } from '../posts/api.ts'
import { readPost } from '../posts/read-post.ts'
import { listPosts } from '../posts/list-posts.ts'
import * as api from './api.ts'
import { filePost } from './file-post.ts'
import { enterCost, strikeCost } from './costs.ts'
import { readCampaign, readCampaigns } from './read-campaigns.ts'
import { campaignOf } from './store.ts'
import { archiveCampaign, changeCampaign, createCampaign } from './write-campaign.ts'

const tag = 'campaigns'
const read = { access: 'posts:read', tag } as const
const write = { access: 'posts:write', tag, response: api.campaignView } as const

/** Campaigns: what belongs together, with its brief, its dates, its budget and its posts. */
export function routes(desk: Desk): Route[] {
  return [...reading(desk), ...writing(desk), ...costs(desk)]
}

function reading(desk: Desk): Route[] {
  return [
    route({
      ...read,
      method: 'GET',
      path: '/campaigns',
      summary: 'Campaigns with their dates, costs and number of posts; archived ones included',
      response: z.array(api.campaignSummary),
      handler: ({ actor }) => readCampaigns(desk, actor.companyId),
    }),
    route({
      ...read,
      method: 'GET',
      path: '/campaigns/:id',
      summary: 'One campaign: brief, costs, posts by state and by account',
      params: byId,
      response: api.campaignView,
      handler: ({ actor, params }) => readCampaign(desk, actor.companyId, params.id),
    }),
    route({
      ...read,
      method: 'GET',
      path: '/campaigns/:id/posts',
      summary: 'Posts of a campaign, drafts included',
      params: byId,
      response: z.array(postSummary),
      async handler({ actor, params }) {
        await campaignOf(desk.db, actor.companyId, params.id)
        return listPosts(desk.db, actor.companyId, { campaignId: params.id })
      },
    }),
    route({
      access: 'posts:write',
      tag: 'posts',
      method: 'PATCH',
      path: '/posts/:id/filing',
      summary: 'File a post under a campaign and labels, also one that has left',
      params: byId,
      body: api.filingInput,
      response: postView,
      async handler({ actor, params, body, language }) {
        await filePost(desk, actor, params.id, body)
        return readPost(desk, actor.companyId, params.id, language)
      },
    }),
  ]
}

function writing(desk: Desk): Route[] {
  return [
    route({
      ...write,
      method: 'POST',
      path: '/campaigns',
      summary: 'Open a campaign',
      body: api.campaignInput,
      status: 201,
      async handler({ actor, body, newId }) {
        const campaignId = newId()
        await createCampaign(desk, actor, campaignId, body)
        return readCampaign(desk, actor.companyId, campaignId)
      },
    }),
    route({
      ...write,
      method: 'PATCH',
      path: '/campaigns/:id',
      summary: 'Change a campaign; what is absent stays',
      params: byId,
      body: api.campaignChanges,
      async handler({ actor, params, body }) {
        await changeCampaign(desk, actor, params.id, body)
        return readCampaign(desk, actor.companyId, params.id)
      },
    }),
    ...(['archive', 'restore'] as const).map((verb) =>
      route({
        ...write,
        method: 'POST',
        path: `/campaigns/:id/${verb}`,
        summary: verb === 'archive' ? 'Put a campaign away; its posts stay' : 'Bring it back',
        params: byId,
        async handler({ actor, params }) {
          await archiveCampaign(desk, actor, params.id, verb === 'archive')
          return readCampaign(desk, actor.companyId, params.id)
        },
      }),
    ),
  ]
}

function costs(desk: Desk): Route[] {
  return [
    route({
      ...write,
      method: 'POST',
      path: '/campaigns/:id/costs',
      summary: 'Enter what was spent on a campaign',
      params: byId,
      body: api.costInput,
      status: 201,
      async handler({ actor, params, body, newId }) {
        await enterCost(desk, actor, params.id, newId(), body)
        return readCampaign(desk, actor.companyId, params.id)
      },
    }),
    route({
      ...write,
      method: 'DELETE',
      path: '/campaigns/:id/costs/:costId',
      summary: 'Strike a cost out',
      params: byId.extend({ costId: id }),
      async handler({ actor, params }) {
        await strikeCost(desk, actor, params.id, params.costId)
        return readCampaign(desk, actor.companyId, params.id)
      },
    }),
  ]
}

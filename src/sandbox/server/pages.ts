import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Language, preferredLanguage } from '#platform/text.ts'
import { profileUrl } from './addresses.ts'
import { countFollowers, type Counts, countReactions } from './counts.ts'
import { flavourOf, fullHandle, readHandle } from './flavours.ts'
import { type Html, html, linked, page } from './html.ts'
import { notFound } from './refusal.ts'
import type { AccountRow, PostRow } from './tables.ts'
import { sandboxDb, type SandboxTools } from './tools.ts'
import { viewOf } from './views.ts'

const LATEST = 30

/** The network as the public sees it: an account, a post and what was said under it, the images. */
export function publicPages(server: FastifyInstance, tools: SandboxTools): void {
  server.get<{ Params: { handle: string } }>('/@:handle', async (request, reply) => {
    const account = await accountAt(tools, request.params.handle)
    const posts = await postsOf(tools, account)
    const counts = await countReactions(
      tools,
      account.id,
      posts.map(({ id }) => id),
    )
    const language = languageOf(request)
    const body = html`${await head(tools, account, language)}${posts.map((post) =>
      article(tools, account, post, language, counts[post.id]),
    )}`
    return reply.type('text/html; charset=utf-8').send(page(language, account.name, body))
  })

  server.get<{ Params: { handle: string; id: string } }>(
    '/@:handle/:id',
    async (request, reply) => {
      const account = await accountAt(tools, request.params.handle)
      const thread = await threadOf(tools, account.id, request.params.id)
      const counts = await countReactions(
        tools,
        account.id,
        thread.map(({ id }) => id),
      )
      const language = languageOf(request)
      const body = html`<p><a href="${profileUrl(tools, account)}">${account.name}</a></p>
        ${thread.map((post) => article(tools, account, post, language, counts[post.id]))}`
      return reply.type('text/html; charset=utf-8').send(page(language, account.name, body))
    },
  )

  server.get<{ Params: { id: string } }>('/talk/:id', async (request, reply) => {
    const thread = await threadOf(tools, null, request.params.id)
    const language = languageOf(request)
    const body = html`${thread.map((post) => article(tools, undefined, post, language))}`
    return reply.type('text/html; charset=utf-8').send(page(language, thread[0]?.text ?? '', body))
  })

  server.get<{ Params: { id: string } }>('/media/:id', async (request, reply) => {
    if (!/^[0-9a-f-]{36}$/.test(request.params.id)) throw notFound('image')
    const media = await sandboxDb(tools.db)
      .selectFrom('sandboxMedia')
      .select(['type', 'bytes'])
      .where('id', '=', request.params.id)
      .executeTakeFirst()
    if (!media) throw notFound('image')
    return reply
      .type(media.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(media.bytes)
  })
}

const languageOf = (request: FastifyRequest) =>
  preferredLanguage(request.headers['accept-language'])

async function accountAt(tools: SandboxTools, typed: string): Promise<AccountRow> {
  const read = readHandle(typed)
  if (!read) throw notFound('account')
  const account = await sandboxDb(tools.db)
    .selectFrom('sandboxAccounts')
    .selectAll()
    .where('handle', '=', read.handle)
    .where('flavour', '=', read.flavour)
    .executeTakeFirst()
  if (!account) throw notFound('account')
  return account
}

const visible = (tools: SandboxTools) =>
  sandboxDb(tools.db)
    .selectFrom('sandboxPosts')
    .selectAll()
    .where('at', '<=', tools.clock.now())
    .where('deletedAt', 'is', null)

function postsOf(tools: SandboxTools, account: AccountRow) {
  return visible(tools)
    .where('accountId', '=', account.id)
    .where('memberId', 'is', null)
    .where('rootId', 'is', null)
    .orderBy('at', 'desc')
    .limit(LATEST)
    .execute()
}

/** A post and all that was said under it; asked for by any of its parts. */
async function threadOf(
  tools: SandboxTools,
  accountId: string | null,
  id: string,
): Promise<PostRow[]> {
  const asked = await visible(tools)
    .where('id', '=', id)
    .where('accountId', 'is not distinct from', accountId)
    .executeTakeFirst()
  if (!asked) throw notFound('post')
  const root = asked.rootId ?? asked.id
  return visible(tools)
    .where((eb) => eb.or([eb('id', '=', root), eb('rootId', '=', root)]))
    .orderBy('at')
    .limit(200)
    .execute()
}

async function head(tools: SandboxTools, account: AccountRow, language: Language): Promise<Html> {
  const followers = await countFollowers(tools, account.id)
  const count = followers.toLocaleString(language)
  return html`<h1>${account.name}</h1>
    <p class="dim">
      @${fullHandle(account)} · ${flavourOf(account.flavour).name} ·
      ${language === 'fr' ? `${count} abonnés` : `${count} followers`}
    </p>
    <p>${account.about}</p>`
}

function article(
  tools: SandboxTools,
  account: AccountRow | undefined,
  post: PostRow,
  language: Language,
  counts?: Counts,
): Html {
  const { author, at, url } = viewOf(tools, account, post)
  const when = new Date(at).toLocaleString(language, {
    timeZone: 'Europe/Paris',
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  const images = post.images.map(({ id, alt, width, height, type }) =>
    type
      ? html`<video
          src="/_sandbox/media/${id}"
          aria-label="${alt}"
          width="${width}"
          height="${height}"
          controls
          preload="metadata"
        ></video>`
      : html`<img
          src="/_sandbox/media/${id}"
          alt="${alt}"
          width="${width}"
          height="${height}"
          loading="lazy"
        />`,
  )
  return html`<article${post.rootId ? html` class="reply"` : ''}>
<p class="dim">${author.name} · @${author.handle} · <a href="${url}"><time datetime="${at}">${when}</time></a></p>
<p${post.language ? html` lang="${post.language}"` : ''}>${linked(post.text)}</p>
${images.length > 0 ? html`<div class="images${account?.flavour === 'vitrine' ? ' square' : ''}">${images}</div>` : ''}
${counts && !post.rootId ? html`<p class="dim">${sentence(counts, language)}</p>` : ''}
</article>`
}

function sentence({ likes, reshares, replies, views }: Counts, language: Language): string {
  const n = (value: number) => value.toLocaleString(language)
  return language === 'fr'
    ? `${n(likes)} mentions J’aime · ${n(reshares)} partages · ${n(replies)} commentaires · ${n(views)} vues`
    : `${n(likes)} likes · ${n(reshares)} reshares · ${n(replies)} comments · ${n(views)} views`
}

import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId, id, pageOf, pageQuery } from '#platform/http/shapes.ts'
import { mediaChanges, mediaView } from '../api.ts'
import { changeMedia } from './change-media.ts'
import { deleteMedia } from './delete-media.ts'
import { keepPictureFile } from './keep-picture.ts'
import { presentMedia } from './present-media.ts'
import { receiveFile } from './receive-file.ts'
import { thumbnailOf } from './renditions.ts'
import { departureQuery, serveDeparture } from './serve-departure.ts'
import { servePicture } from './serve-picture.ts'
import { listMedia, mediaOf } from './store.ts'

const tag = 'media'

/** The library of pictures. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'POST',
      path: '/media',
      access: 'posts:write',
      summary: 'Send a picture',
      tag,
      multipart: true,
      status: 201,
      response: mediaView,
      async handler(call) {
        const { path, fileName } = await receiveFile(desk, call)
        const { companyId, name: by } = call.actor
        try {
          const arrival = { id: call.newId(), companyId, by, path, fileName }
          return presentMedia(await keepPictureFile(desk, arrival))
        } finally {
          await desk.files.discard(path)
        }
      },
    }),
    route({
      method: 'GET',
      path: '/media',
      access: 'posts:read',
      summary: 'Pictures of the library, newest first',
      tag,
      query: pageQuery.extend({ after: id.optional() }),
      response: pageOf(mediaView),
      async handler({ actor, query: { after, limit } }) {
        const rows = await listMedia(desk.db, actor.companyId, limit + 1, after)
        const items = rows.slice(0, limit).map(presentMedia)
        return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
      },
    }),
    route({
      method: 'PATCH',
      path: '/media/:id',
      access: 'posts:write',
      summary: 'Describe a picture, or say what must stay in sight',
      tag,
      params: byId,
      body: mediaChanges,
      response: mediaView,
      handler: async ({ actor, params: { id }, body }) =>
        presentMedia(await changeMedia(desk, actor.companyId, id, body)),
    }),
    route({
      method: 'DELETE',
      path: '/media/:id',
      access: 'posts:write',
      summary: 'Delete a picture that no post shows',
      tag,
      params: byId,
      handler: ({ actor, params: { id } }) => deleteMedia(desk, actor, id),
    }),
    route({
      method: 'GET',
      path: '/media/:id/file',
      access: 'posts:read',
      summary: 'The picture itself',
      tag,
      params: byId,
      async handler(call) {
        const { sha256, type, fileName } = await mediaOf(
          desk.db,
          call.actor.companyId,
          call.params.id,
        )
        await servePicture(call, {
          type,
          fileName,
          etag: sha256,
          read: () => desk.files.read(sha256),
        })
      },
    }),
    route({
      method: 'GET',
      path: '/media/:id/departure',
      access: 'posts:read',
      summary: 'The picture as it leaves by an account: cut, lighter, smaller',
      tag,
      params: byId,
      query: departureQuery,
      handler: (call) => serveDeparture(desk, call),
    }),
    route({
      method: 'GET',
      path: '/media/:id/thumbnail',
      access: 'posts:read',
      summary: 'A small still of the picture',
      tag,
      params: byId,
      async handler(call) {
        const media = await mediaOf(desk.db, call.actor.companyId, call.params.id)
        const read = async () => (await thumbnailOf(desk, media)).bytes
        await servePicture(call, {
          type: 'image/webp',
          fileName: `${media.fileName}.webp`,
          etag: `t-${media.sha256}`,
          read,
        })
      },
    }),
  ]
}

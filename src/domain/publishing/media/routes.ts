import type { Desk } from '#domain/desk.ts'
import { type Route, route } from '#platform/http/route.ts'
import { byId, pageOf } from '#platform/http/shapes.ts'
import { mediaChanges, mediaItem, mediaQuery, mediaUses, mediaView } from './api.ts'
import { changeMedia } from './change-media.ts'
import { deleteMedia, restoreMedia } from './delete-media.ts'
import { keepPictureFile } from './keep-picture.ts'
import { listMedia } from './list-media.ts'
import { presentMedia } from './present-media.ts'
import { receiveFile } from './receive-file.ts'
import { stillOf, thumbnailOf } from './renditions.ts'
import { departureQuery, serveDeparture } from './serve-departure.ts'
import { servePicture } from './serve-picture.ts'
import { serveVideo } from './video/serve-video.ts'
import { mediaOf } from './store.ts'
import { keepVideo } from './video/keep-video.ts'
import { keepPoster } from './video/poster.ts'
import { usesOf } from './uses.ts'

const tag = 'media'

/** The library of pictures. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'POST',
      path: '/media',
      access: 'posts:write',
      summary: 'Send a picture or a video',
      tag,
      multipart: true,
      status: 201,
      response: mediaView,
      async handler(call) {
        const { path, fileName, isFilm } = await receiveFile(desk, call, { takesVideos: true })
        const { companyId, name: by } = call.actor
        try {
          const arrival = { id: call.newId(), companyId, by, path, fileName }
          return presentMedia(await (isFilm ? keepVideo : keepPictureFile)(desk, arrival))
        } finally {
          await desk.files.discard(path)
        }
      },
    }),
    route({
      method: 'GET',
      path: '/media',
      access: 'posts:read',
      summary: 'Pictures and videos of the library, newest first',
      tag,
      query: mediaQuery,
      response: pageOf(mediaItem),
      async handler({ actor, query: { limit, ...asked } }) {
        const rows = await listMedia(desk.db, actor.companyId, limit + 1, asked)
        const items = rows.slice(0, limit).map((row) => ({ ...presentMedia(row), uses: row.uses }))
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
      summary: 'Delete what no post shows; for a day it can be brought back',
      tag,
      params: byId,
      handler: ({ actor, params: { id } }) => deleteMedia(desk, actor, id),
    }),
    route({
      method: 'POST',
      path: '/media/:id/restore',
      access: 'posts:write',
      summary: 'Bring back what was deleted',
      tag,
      params: byId,
      response: mediaView,
      handler: async ({ actor, params: { id } }) =>
        presentMedia(await restoreMedia(desk, actor, id)),
    }),
    route({
      method: 'GET',
      path: '/media/:id/uses',
      access: 'posts:read',
      summary: 'The posts that show it',
      tag,
      params: byId,
      response: mediaUses,
      async handler({ actor: { companyId }, params: { id } }) {
        await mediaOf(desk.db, companyId, id)
        const { count, first } = await usesOf(desk.db, companyId, id)
        return {
          count,
          posts: first.map((post) => ({ id: post.id, excerpt: post.text.slice(0, 120) })),
        }
      },
    }),
    route({
      method: 'PUT',
      path: '/media/:id/poster',
      access: 'posts:write',
      summary: 'Choose the still that stands for a video',
      tag,
      params: byId,
      multipart: true,
      response: mediaView,
      async handler(call) {
        const picture = await receiveFile(desk, call)
        try {
          const { companyId } = call.actor
          return presentMedia(await keepPoster(desk, companyId, call.params.id, picture))
        } finally {
          await desk.files.discard(picture.path)
        }
      },
    }),
    route({
      method: 'GET',
      path: '/media/:id/file',
      access: 'posts:read',
      summary: 'The picture or the video itself, in parts when asked for',
      tag,
      params: byId,
      async handler(call) {
        const media = await mediaOf(desk.db, call.actor.companyId, call.params.id)
        const { sha256, type, fileName } = media
        if (media.video) return serveVideo(call, desk.files.pathOf(sha256), media)
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
        const read = async () => (await thumbnailOf(desk, stillOf(media))).bytes
        await servePicture(call, {
          type: 'image/webp',
          fileName: `${media.fileName}.webp`,
          etag: `t-${media.posterSha256 ?? media.sha256}`,
          changes: media.video !== null,
          read,
        })
      },
    }),
  ]
}

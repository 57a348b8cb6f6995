import type { MediaView } from '#domain/publishing/api.ts'
import { api, ApiProblem, currentCompanyId } from '#web/api/index.ts'
import { problemOf } from '#web/api/problem.ts'

/** Sends the still that stands for a video. @throws ApiProblem */
export const sendStill = (videoId: string, still: Blob): Promise<MediaView> =>
  send('PUT', `/media/${videoId}/poster`, new File([still], 'still.jpg', { type: 'image/jpeg' }))

interface Way {
  onProgress?: (part: number) => void
  signal?: AbortSignal
}

/**
 * Sends a picture or a video to the library. `fetch` tells nothing of an upload's progress, hence XMLHttpRequest.
 * @param onProgress from 0 to 1
 * @throws ApiProblem
 */
export const uploadFile = (file: File, way: Required<Way>): Promise<MediaView> =>
  send('POST', '/media', file, way)

function send(
  method: 'POST' | 'PUT',
  path: string,
  file: File,
  { onProgress, signal }: Way = {},
): Promise<MediaView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, api.href(path))
    request.setRequestHeader('accept', 'application/json, application/problem+json')
    request.setRequestHeader('accept-language', document.documentElement.lang)
    const company = currentCompanyId()
    if (company) request.setRequestHeader('vigie-company', company)
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress?.(total ? loaded / total : 0),
    )
    request.addEventListener('load', () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as MediaView)
      else
        void problemOf(new Response(request.responseText, { status: request.status })).then(reject)
    })
    request.addEventListener('error', () =>
      reject(
        new ApiProblem({ status: 0, code: 'network.unreachable', title: 'Vigie unreachable' }),
      ),
    )
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
    signal?.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.set('file', file)
    request.send(form)
  })
}

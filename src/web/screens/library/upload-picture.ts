import type { MediaView } from '#domain/publishing/api.ts'
import { api, ApiProblem, currentCompanyId } from '#web/api/index.ts'
import { problemOf } from '#web/api/problem.ts'

/**
 * Sends a picture to the library. `fetch` tells nothing of an upload's progress, hence XMLHttpRequest.
 * @param onProgress from 0 to 1
 * @throws ApiProblem
 */
export function uploadPicture(
  file: File,
  { onProgress, signal }: { onProgress: (part: number) => void; signal: AbortSignal },
): Promise<MediaView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', api.href('/media'))
    request.setRequestHeader('accept', 'application/json, application/problem+json')
    request.setRequestHeader('accept-language', document.documentElement.lang)
    const company = currentCompanyId()
    if (company) request.setRequestHeader('vigie-company', company)
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0),
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
    signal.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.set('file', file)
    request.send(form)
  })
}

import type { FastifyInstance } from 'fastify'

export interface Answer<T> {
  status: number
  body: T
  headers: Record<string, string | string[] | number | undefined>
  cookie: string
  raw: Buffer
}

type Headers = Record<string, string>

// oxlint-disable-next-line no-explicit-any -- what an answer holds is for the test to assert
type Whatever = any

/** Calls the API as a browser or a program would, without a port. */
export interface Caller {
  get<T = Whatever>(path: string, headers?: Headers): Promise<Answer<T>>
  post<T = Whatever>(path: string, body?: unknown, headers?: Headers): Promise<Answer<T>>
  put<T = Whatever>(path: string, body?: unknown, headers?: Headers): Promise<Answer<T>>
  patch<T = Whatever>(path: string, body?: unknown, headers?: Headers): Promise<Answer<T>>
  delete<T = Whatever>(path: string, body?: unknown, headers?: Headers): Promise<Answer<T>>
  /** Sends a file as the field `file` of a form. */
  upload<T = Whatever>(
    path: string,
    file: { name: string; type: string; bytes: Uint8Array },
    method?: 'POST' | 'PUT',
  ): Promise<Answer<T>>
  /** The same caller in another company. */
  of(companyId: string): Caller
  with(headers: Headers): Caller
  headers: Headers
}

/** @param headers sent with every call: a cookie, an `Authorization`, an `Accept-Language` */
export function caller(server: FastifyInstance, headers: Headers = {}): Caller {
  const send = async <T>(method: string, path: string, body?: unknown, more: Headers = {}) => {
    const response = await server.inject({
      method: method as 'GET',
      url:
        path.startsWith('/api') ||
        path.startsWith('/l/') ||
        path.startsWith('/m/') ||
        path.startsWith('/_') ||
        path.startsWith('/feeds/') ||
        path.startsWith('/websub/') ||
        path.startsWith('/v/') ||
        path === '/health'
          ? path
          : `/api/v1${path}`,
      headers: { ...headers, ...more },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const type = String(response.headers['content-type'] ?? '')
    return {
      status: response.statusCode,
      body: (type.includes('json') ? response.json() : response.body) as T,
      headers: response.headers,
      cookie: response.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      raw: response.rawPayload,
    }
  }
  return {
    headers,
    get: (path, more) => send('GET', path, undefined, more),
    post: (path, body, more) => send('POST', path, body, more),
    put: (path, body, more) => send('PUT', path, body, more),
    patch: (path, body, more) => send('PATCH', path, body, more),
    delete: (path, body, more) => send('DELETE', path, body, more),
    upload: (path, { name, type, bytes }, method = 'POST') => {
      const boundary = 'vigie-test-boundary'
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
      const payload = Buffer.concat([
        Buffer.from(head),
        bytes,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ])
      return send(method, path, payload, {
        'content-type': `multipart/form-data; boundary=${boundary}`,
      })
    },
    of: (companyId) => caller(server, { ...headers, 'vigie-company': companyId }),
    with: (more) => caller(server, { ...headers, ...more }),
  }
}

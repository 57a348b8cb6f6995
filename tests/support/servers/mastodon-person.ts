import { fetchAlone } from './fetch-alone.ts'

/** A post as far as the tests look at it. */
export interface MastodonStatus {
  id: string
  uri: string
  content: string
  in_reply_to_id: string | null
  favourites_count: number
  reblogs_count: number
  replies_count: number
  account: { id: string; acct: string }
  media_attachments: Array<{ url: string; description: string | null }>
  poll: {
    id: string
    votes_count: number
    options: Array<{ title: string; votes_count: number }>
  } | null
}

/** Someone on a server that speaks the Mastodon API, who does what an audience does. */
export class MastodonPerson {
  readonly url: string
  readonly handle: string
  readonly token: string

  constructor(url: string, handle: string, token: string) {
    this.url = url
    this.handle = handle
    this.token = token
  }

  post(text: string, form: Form = []): Promise<MastodonStatus> {
    return this.send('/api/v1/statuses', [['status', text], ...form])
  }

  reply(statusId: string, text: string): Promise<MastodonStatus> {
    return this.post(text, [['in_reply_to_id', statusId]])
  }

  favourite(statusId: string): Promise<MastodonStatus> {
    return this.send(`/api/v1/statuses/${statusId}/favourite`)
  }

  boost(statusId: string): Promise<MastodonStatus> {
    return this.send(`/api/v1/statuses/${statusId}/reblog`)
  }

  /** `acct` is `camille` or `camille@host`. */
  async follow(acct: string): Promise<void> {
    const { id } = await this.get<{ id: string }>(`/api/v1/accounts/lookup?acct=${acct}`)
    await this.send(`/api/v1/accounts/${id}/follow`)
  }

  vote(pollId: string, ...choices: number[]): Promise<unknown> {
    const form: Form = choices.map((choice) => ['choices[]', String(choice)])
    return this.send(`/api/v1/polls/${pollId}/votes`, form)
  }

  get<T>(path: string): Promise<T> {
    return this.call(path, {})
  }

  send<T>(path: string, form: Form = []): Promise<T> {
    return this.call(path, { method: 'POST', body: new URLSearchParams(form) })
  }

  private async call<T>(path: string, init: RequestInit): Promise<T> {
    const headers = { authorization: `Bearer ${this.token}` }
    const response = await fetchAlone(this.url + path, { ...init, headers })
    if (!response.ok) throw new Error(`${path} answered ${response.status} to ${this.handle}.`)
    return (await response.json()) as T
  }
}

type Form = Array<[name: string, value: string]>

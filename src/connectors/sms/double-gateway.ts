/** What a gateway took for a telephone network. */
export interface Taken {
  to: string
  from: string
  words: string
}

/** A request as the doubles of the gateways read it. */
export interface Heard {
  url: URL
  method?: string
  headers?: Record<string, string>
  body: string
}

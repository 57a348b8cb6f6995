/** What may go wrong between us and a network. `after`: the network did what it was asked first. */
export type Fault =
  | { answer: Response }
  | { answerAfter: Response }
  /** The connection was never made. */
  | 'unsent'
  /** The request left and nobody knows whether it arrived; it did not. */
  | 'lost'
  | 'timeout-after'
  | 'reset-after'

/** What was asked of a network: the method and the address of a request, or what a mail server or socket has for them. */
export interface Asked {
  method: string
  url: URL
}

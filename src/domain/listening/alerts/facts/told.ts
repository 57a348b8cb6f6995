import type { Mention } from '../../model.ts'

/** What is compared of a mention that a query found. */
export type Told = Pick<
  Mention,
  'id' | 'url' | 'author' | 'title' | 'text' | 'at' | 'sourceId' | 'sentiment' | 'sentimentByPerson'
>

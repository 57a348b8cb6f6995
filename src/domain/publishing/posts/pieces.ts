import type { DeliveryKind } from '../model.ts'
import type { Delivery } from '../tables.ts'
import type { AccountCopy } from './copies.ts'

/** What leaves as one delivery: a post, a part of its thread, or its first comment. */
export interface Piece extends Pick<AccountCopy, 'written' | 'images' | 'videos'> {
  kind: DeliveryKind
  /** Place in the chain; the post is 0. */
  part: number
}

/** What leaves by one account, in the order in which it leaves. */
export const piecesOf = ({ written, images, videos, following }: AccountCopy): Piece[] => [
  { kind: 'post', part: 0, written, images, videos },
  ...following,
]

/** Whether this row of the account is the one for that piece: a comment moves with the length of the thread. */
export const isFor = (row: Delivery, piece: Piece): boolean =>
  row.kind === piece.kind && (row.kind === 'comment' || row.part === piece.part)

import type { Account, Published } from '#connectors/_contract/connector.ts'
import { nameOf, settingsOf } from './account.ts'
import type { CommentView, MessageView, PostView } from './views.ts'

export const publishedPost = ({ post }: PostView): Published => ({
  remoteId: nameOf({ kind: 'post', id: post.id }),
  url: post.ap_id,
  publishedAt: post.published,
  data: { postId: post.id },
})

export const publishedComment = (account: Account, { comment }: CommentView): Published => ({
  remoteId: nameOf({ kind: 'comment', id: comment.id }),
  url: new URL(`/comment/${comment.id}`, settingsOf(account).server).href,
  publishedAt: comment.published,
  data: { postId: comment.post_id },
})

export const publishedMessage = (account: Account, view: MessageView): Published => ({
  remoteId: nameOf({ kind: 'message', id: view.private_message.id }),
  url: new URL('/inbox', settingsOf(account).server).href,
  publishedAt: view.private_message.published,
  data: { personId: view.recipient.id },
})

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReviewedPost, ReviewView } from '#domain/publishing/approvals/outside/api.ts'
import { api } from '#web/api/index.ts'

/** What a link shows. A code that was given is remembered for this tab only. */
export function useReview(token: string) {
  const [proof, keep] = useState(() => sessionStorage.getItem(key(token)) ?? '')
  const client = useQueryClient()
  const review = useQuery({
    queryKey: ['review', token, proof],
    queryFn: ({ signal }) =>
      api.get<ReviewView>(`/review/${token}`, {
        query: { proof: proof || undefined },
        signal,
        keepUnauthorised: true,
      }),
    retry: false,
  })
  const put = (post: ReviewedPost) =>
    client.setQueryData<ReviewView>(['review', token, proof], (was) =>
      was
        ? { ...was, posts: was.posts.map((one) => (one.postId === post.postId ? post : one)) }
        : was,
    )
  const send = (postId: string, what: 'decisions' | 'comments', body: object) =>
    api
      .post<ReviewedPost>(`/review/${token}/posts/${postId}/${what}`, body, {
        query: { proof: proof || undefined },
        keepUnauthorised: true,
      })
      .then(put)
  const giveCode = async (passcode: string) => {
    const given = await api.post<{ proof: string }>(
      `/review/${token}/passcode`,
      { passcode },
      { keepUnauthorised: true },
    )
    sessionStorage.setItem(key(token), given.proof)
    keep(given.proof)
  }
  return { review, send, giveCode }
}

const key = (token: string) => `vigie.review.${token.slice(0, 12)}`

export type Send = ReturnType<typeof useReview>['send']

/** Says something of a post; what has changed meanwhile is read again. */
export function useSay(send: Send, postId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ what, body }: { what: 'decisions' | 'comments'; body: object }) =>
      send(postId, what, body),
    onError: () => client.invalidateQueries({ queryKey: ['review'] }),
  })
}

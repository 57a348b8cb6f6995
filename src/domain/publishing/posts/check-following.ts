import { inAnswer } from './check-answer.ts'
import type { Copy } from './copy.ts'
import { type Finding, finding } from './finding.ts'
import { imageProblems, textProblems } from './usual-problems.ts'
import { videoProblems } from './check-video.ts'
import * as words from './findings.ts'

/** What a network would refuse of what follows a post: each part of its thread answers the one before. */
export function checkFollowing(copy: Copy): Finding[] {
  const { connector, following } = copy
  const { name: network, follow } = connector.manifest
  const takes = (field: string) => (field === 'firstComment' ? follow.comment : follow.thread)
  const problems: Finding[] = []
  if (!follow.thread && following.some(({ field }) => field !== 'firstComment'))
    problems.push(finding('thread', words.noThread, { network }))
  if (!follow.comment && following.some(({ field }) => field === 'firstComment'))
    problems.push(finding('firstComment', words.noFirstComment, { network }))
  for (const { field, text, images, videos } of following.filter((piece) => takes(piece.field))) {
    const piece = { ...copy, limits: inAnswer(copy.limits), text, images, videos }
    const found = [
      ...textProblems(piece, connector.text.count(text)),
      ...imageProblems(piece),
      ...videoProblems(piece),
    ]
    problems.push(...found.map((one) => ({ ...one, field: within(field, one.field) })))
  }
  return problems
}

/** A first comment is one text; a part has fields of its own. */
const within = (field: string, inner: string) =>
  field === 'firstComment' ? field : `${field}/${inner}`

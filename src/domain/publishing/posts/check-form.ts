import { formOf } from '#connectors/_contract/forms.ts'
import type { ChannelLimits } from '#domain/channels/index.ts'
import type { Copy } from './copy.ts'
import { type Finding, finding } from './finding.ts'
import * as words from './findings.ts'

type Chosen = Pick<Copy, 'connector' | 'options'>

/** The form of a post that its options choose, where the network has several. */
export const formChosen = ({ connector, options }: Chosen) => formOf(connector.manifest, options)

/** The limits of the form chosen, where they are other than those of a usual post. */
export function limitsInForm({ connector, options, limits }: Copy): ChannelLimits {
  const form = formChosen({ connector, options })
  if (!form) return limits
  const { video } = limits
  return {
    ...limits,
    imagesMax: Math.min(limits.imagesMax, form.imagesMax.value),
    // It is shown as it is.
    imageRatio: null,
    video: video && {
      ...video,
      maxBytes: form.videoMaxBytes?.value ?? video.maxBytes,
      maxSeconds: form.videoMaxSeconds?.value ?? video.maxSeconds,
    },
  }
}

/** What the form chosen cannot carry: it is never dropped in silence. */
export function formProblems(copy: Copy): Finding[] {
  const form = formChosen(copy)
  if (!form) return []
  const params = { form: form.called, network: copy.connector.manifest.name }
  const problems: Finding[] = []
  if (!form.words && copy.text.trim() !== '')
    problems.push(finding('text', words.noWordsInForm, params))
  if (!form.comment && copy.following.some(({ field }) => field === 'firstComment'))
    problems.push(finding('firstComment', words.noCommentInForm, params))
  return problems
}

export function formAdvice(copy: Copy): Finding[] {
  const form = formChosen(copy)
  return form ? [finding(`options/${form.option}`, form.known)] : []
}

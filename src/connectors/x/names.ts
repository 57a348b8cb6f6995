import type { Span } from '#connectors/_contract/text-rules.ts'

/** What X accepts in a tag beside letters and figures (twitter-text 3.1, `hashtagSpecialChars`). */
const joining =
  '_\\u200c\\u200d\\ua67e\\u05be\\u05f3\\u05f4\\uff5e\\u301c\\u309b\\u309c\\u30a0\\u30fb\\u3003\\u0f0b\\u0f0c\\u00b7'
const inTag = `[\\p{L}\\p{M}\\p{Nd}${joining}]`

const tag = new RegExp(
  `(?<=^|\\ufe0e|\\ufe0f|[^&\\p{L}\\p{M}\\p{Nd}${joining}])[#＃](?!\\ufe0f|\\u20e3)(${inTag}*[\\p{L}\\p{M}]${inTag}*)(?!${inTag}|[#＃]|://)`,
  'gu',
)

/** Tags: a letter at least, and nothing that would make them part of something else. */
export function* tags(words: string): Generator<Span> {
  for (const match of words.matchAll(tag)) {
    const [whole, value = ''] = match
    yield { start: match.index, end: match.index + whole.length, kind: 'hashtag', value }
  }
}

/** `RT@name` is a mention too, as it was written before there was a button. */
const mention =
  /(?:(?<=^|[^a-z0-9_!#$%&*@＠])|(?<=(?:^|[^a-z0-9_+~.-])rt:?))[@＠]([a-z0-9_]{1,20})(?![a-z0-9_])(?![@＠\u00c0-\u024f]|:\/\/)/giu

export function* mentions(words: string): Generator<Span> {
  for (const match of words.matchAll(mention)) {
    const [whole, value = ''] = match
    yield { start: match.index, end: match.index + whole.length, kind: 'mention', value }
  }
}

import { eld } from 'eld/small'

/**
 * The language of a post as ISO 639-1, or `unsure`: where too few letters or too close a race leave doubt, a wrong
 * language would read the wrong opinion. ELD's small table does the work: the four sizes score within 0.3 points of each
 * other on tweets, large is half as fast (docs/models.md). Margins were chosen on subtitles of XED, not on tweets.
 */
export function languageOf(text: string): string {
  const bare = text.slice(0, longest).normalize('NFKC').replace(noise, ' ')
  const letters = bare.match(letter)?.length ?? 0
  if (letters < fewest) return dense.test(bare) ? named(bare, 0) : 'unsure'
  return named(bare, letters < 10 ? 0.1 : letters < 20 ? 0.05 : 0.01)
}

const longest = 1000
const fewest = 4
/** What has no language: links, people, retweet marks, the sign of a hashtag. */
const noise =
  /https?:\/\/\S+|www\.\S+|\bhttps?\b|@[\p{L}\p{N}_.@-]+|\bRT\b|#|\p{Extended_Pictographic}/gu
const letter = /\p{L}/gu
/** Scripts that say much in few letters, and hardly leave a choice of language. */
const dense =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

function named(text: string, margin: number): string {
  const found = eld.detect(text)
  if (found.language === '') return 'unsure'
  const [first = 0, second = 0] = Object.values(found.getScores())
  if (first - second < margin) return 'unsure'
  return found.language === 'fa' && spelledArabic.test(text) && !spelledPersian.test(text)
    ? 'ar'
    : found.language
}

/** Persian writes ye and kaf with letters of its own (U+06CC, U+06A9), and has four that Arabic lacks. */
const spelledPersian = /[\u06cc\u06a9\u067e\u0686\u0698\u06af]/
const spelledArabic = /[\u064a\u0643\u0649\u0629]/

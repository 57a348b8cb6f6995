import type { Language } from '#platform/text.ts'

/** How many syllables a word has when it is read out, near enough for an index over a whole text. At least one. */
export function syllables(word: string, language: Language): number {
  const low = word.toLowerCase().replace(/[’']/gu, '')
  return Math.max(1, language === 'fr' ? french(low) : english(low))
}

/** Groups of vowels; an accented é stands by itself; a last mute e is not heard. */
function french(word: string): number {
  const heard = word.replace(/qu/gu, 'k').replace(/gu(?=[eiéèê])/gu, 'g')
  const groups = heard.match(/[éïë]|[aeiouyàâäèêîôöùûüœæ]+/gu)?.length ?? 0
  return groups > 1 && /[^aiou]es?$/u.test(heard) ? groups - 1 : groups
}

/** Groups of vowels, without a last mute e, -es or -ed. */
function english(word: string): number {
  const groups = word.match(/[aeiouyé]+/gu)?.length ?? 0
  if (groups < 2) return groups
  if (/[^aeiouyl]e$|[aeiouy]le$/u.test(word)) return groups - 1
  if (/[^aeiouytd]ed$/u.test(word)) return groups - 1
  if (/[^aeiouysxzcgh]es$/u.test(word)) return groups - 1
  return groups
}

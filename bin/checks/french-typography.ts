const FAULTS: [RegExp, string][] = [
  [/\p{L}'\p{L}/u, 'a straight apostrophe; French wants ’'],
  [/ [;!?]/, 'a plain space before ; ! ?; French wants U+202F'],
  [/[\p{L}\d}»)][;!?](?=\s|$)/u, 'no space before ; ! ?; French wants U+202F'],
  [/ :(?=\s|$)/, 'a plain space before the colon; French wants U+00A0'],
  [/[\p{L}»)]:(?=\s|$)/u, 'no space before the colon; French wants U+00A0'],
  [/« | »/, 'a plain space inside « »; French wants U+00A0'],
  [/"[^"]*\p{L}[^"]*"/u, 'straight quotation marks; French wants « »'],
  [/\d %/, 'a plain space before %; French wants U+00A0'],
  [/\.\.\./, 'three dots; one … is wanted'],
]

/**
 * Faults of French typography in one sentence (rules of the Imprimerie nationale, Lexique, 2002 ed.:
 * thin no-break space before ; ! ?, no-break space before : and inside guillemets).
 * ICU holes such as `{count, plural, one {…}}` are looked into, their keywords are not.
 */
export function frenchFaults(sentence: string): string[] {
  const words = sentence.replace(/\{\w+, \w+,(?: offset:\d+)?/g, '{').replace(/<\/?\d+\/?>/g, '')
  return FAULTS.filter(([pattern]) => pattern.test(words)).map(([, fault]) => fault)
}

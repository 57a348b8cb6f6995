/**
 * Without the letters that turn what follows around on a line: embeddings, overrides and isolates (Unicode Annex 9, 2.1 to
 * 2.5), by which a name could have the rest of its line read backwards. Letters written from right to left need none of them,
 * and the marks that honest names use beside figures (U+200E, U+200F, U+061C) stay.
 */
export const inOneDirection = (text: string) =>
  text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '').trim()

/** The languages of GDELT's press, by their codes (GDELT lists 65 of them). */
const codes =
  'af sq ar hy az eu bn bs bg ca zh hr cs da nl en et fi fr gl ka de el gu he hi hu is id it ja kn kk ko lv lt mk ms ml mr mn ne no fa pl pt pa ro ru sr sd si sk sl so es sw sv ta te th tr uk ur vi'

const names = new Intl.DisplayNames('en', { type: 'language' })
const byName = new Map(codes.split(' ').map((code) => [names.of(code)?.toLowerCase(), code]))

/** The code of a language that GDELT names in English; undefined when it is not known. */
export const languageNamed = (name: string): string | undefined => byName.get(name.toLowerCase())

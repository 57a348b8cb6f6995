import type { Reader } from './setting.ts'

export const smtpUrl: Reader<string> = {
  read: (text) => (/^smtps?:$/.test(schemeOf(text)) ? text : undefined),
  expected: {
    en: 'the address of a mail server, such as smtp://user:password@mail.example:587',
    fr: 'l’adresse d’un serveur de messagerie, par exemple smtp://utilisateur:motdepasse@mail.example:587',
  },
  // The password is in there.
  shown: () => ({ en: 'something else', fr: 'autre chose' }),
}

export const mailAddress: Reader<string> = {
  read: (text) => (/^([^<>\r\n]*<)?[^\s<>@]+@[^\s<>@]+>?$/.test(text) ? text : undefined),
  expected: {
    en: 'an e-mail address, such as Vigie <vigie@example.com>',
    fr: 'une adresse e-mail, par exemple Vigie <vigie@example.com>',
  },
}

function schemeOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : ''
}

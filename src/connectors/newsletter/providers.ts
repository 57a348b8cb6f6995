/**
 * Servers of mail providers, proposed in the form. Infomaniak's were read 2026-11-26 in its own help (“Understand the ports and
 * protocols of messaging”); the others' are from memory. Microsoft 365 takes no password for IMAP any more.
 */
const servers: [value: string, name: string, server: string, mailbox: string][] = [
  ['gandi', 'Gandi', 'mail.gandi.net:465', 'mail.gandi.net'],
  ['google', 'Google Workspace', 'smtp.gmail.com:465', 'imap.gmail.com'],
  ['infomaniak', 'Infomaniak', 'mail.infomaniak.com:465', 'mail.infomaniak.com'],
  ['ionos', 'IONOS', 'smtp.ionos.fr:465', 'imap.ionos.fr'],
  ['ovh', 'OVHcloud', 'ssl0.ovh.net:465', 'ssl0.ovh.net'],
]

const another = { en: 'Another', fr: 'Un autre' }

export const providers = [
  { value: 'other', label: another, fills: {} },
  ...servers.map(([value, name, server, mailbox]) => ({
    value,
    label: { en: name, fr: name },
    fills: { server: { en: server, fr: server }, mailbox: { en: mailbox, fr: mailbox } },
  })),
]

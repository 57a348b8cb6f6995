/**
 * Where each gateway takes its mail, `{number}` being the country code and the number in figures. They know the sender by
 * the address that writes, which has to be allowed there first.
 *
 * - Sinch: developers.sinch.com/docs/fax, "Send a fax using email": attachments in Word, PDF or TIFF, the body is left out.
 * - FAXAGE: faxage.com, "Email Fax Sending Guide" of 2014: attachments in the order they come.
 * - InterFAX: help.uplandsoftware.com/interfax, "Fax SMTP"; the domain fax.tc is from memory.
 *
 * Read 2026-11-26, through excerpts.
 */
export const gateways: Record<string, string> = {
  sinch: '{number}@sinchfax.com',
  faxage: '{number}@faxage.com',
  interfax: '{number}@fax.tc',
}

/** The gateway's address of one number in E.164. */
export const addressOf = (pattern: string, number: string) =>
  pattern.replace('{number}', number.replace(/\D/g, ''))

/** Bytes as people read them: 980 kB, 4.2 MB. @param locale `en` or `fr` */
export function weight(bytes: number, locale: string): string {
  const [value, unit] =
    bytes >= 1e6 ? [bytes / 1e6, 'megabyte'] : [Math.max(1, Math.round(bytes / 1000)), 'kilobyte']
  const digits = value < 10 && unit === 'megabyte' ? 1 : 0
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: String(unit),
    maximumFractionDigits: digits,
  }).format(Number(value))
}

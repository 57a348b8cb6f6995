/** `urn:li:organization:123` → `123` */
export const idOf = (urn: string) => urn.slice(urn.lastIndexOf(':') + 1)

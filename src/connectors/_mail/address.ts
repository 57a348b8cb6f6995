/** Good enough to write to: one @, a domain with a point, no blank nor anything that ends a header. */
export const isAddress = (typed: string) =>
  typed.length <= 254 && /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\.]+(\.[^\s@<>(),;:"\\.]+)+$/.test(typed)

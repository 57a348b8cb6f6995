/**
 * The text of a page, by the character set it names in its header, else in its first kilobytes, else UTF-8.
 * A name nobody knows reads as UTF-8.
 */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const said =
    /charset\s*=\s*"?([\w:.-]+)/i.exec(contentType)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w:.-]+)/i.exec(
      new TextDecoder('latin1').decode(bytes.subarray(0, 4096)),
    )?.[1] ??
    'utf-8'
  try {
    return new TextDecoder(said).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

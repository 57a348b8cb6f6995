import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import type { Image, LetterFor } from '#connectors/_contract/connector.ts'
import { printed } from './text.ts'

const MARGIN = 56
const PAGE = { width: 595, height: 842 }
const WIDTH = PAGE.width - 2 * MARGIN

/** Pixels over the width of a page, as fine as a fax is (ITU-T T.30: 1,728). */
const FINE = 1728

const words = {
  en: (address: string) => `To receive no more faxes from us: ${address}`,
  fr: (address: string) => `Pour ne plus recevoir de fax de notre part : ${address}`,
}

/**
 * A letter as pages of A4 in black on white: who sends it, the words, the pictures in greys, and the way out of the list. The
 * same letter always makes the same bytes.
 */
export async function pagesOf(
  sender: string,
  { text, images, language, at, unsubscribe }: LetterFor,
): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    info: { CreationDate: at, Producer: 'Vigie', Creator: 'Vigie' },
  })
  const chunks: Uint8Array[] = []
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>((resolve) => document.on('end', resolve))
  document.font('Helvetica-Bold').fontSize(11).text(printed(sender), { width: WIDTH })
  document.moveDown(0.5)
  line(document)
  document.moveDown(1)
  document.font('Helvetica').fontSize(13).text(printed(text), { width: WIDTH, lineGap: 3 })
  for (const image of images) {
    const grey = await inGreys(image)
    const height = Math.min((WIDTH * grey.height) / grey.width, 380)
    document.moveDown(1)
    if (document.y + height > PAGE.height - MARGIN - 60) document.addPage()
    document.image(grey.bytes, { fit: [WIDTH, height] })
    document.y += 6
  }
  document.moveDown(1.5)
  line(document)
  document.moveDown(0.5)
  const leave = words[language?.startsWith('en') ? 'en' : 'fr'](unsubscribe)
  document.fontSize(10).text(leave, { width: WIDTH })
  document.end()
  await ended
  return Buffer.concat(chunks)
}

function line(document: PDFKit.PDFDocument): void {
  const { y } = document
  document
    .moveTo(MARGIN, y)
    .lineTo(PAGE.width - MARGIN, y)
    .lineWidth(1)
    .stroke()
}

/** Light grounds turn white and dark ones stay readable: what is left is greys that gateways turn into dots. */
async function inGreys({
  bytes,
}: Image): Promise<{ bytes: Buffer; width: number; height: number }> {
  const { data, info } = await sharp(bytes)
    .rotate()
    .flatten({ background: '#ffffff' })
    .resize({ width: FINE, withoutEnlargement: true })
    .greyscale()
    .normalise()
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}

/** A picture on its way to a network, as it is sent. */
export interface Image {
  bytes: Uint8Array<ArrayBuffer>
  type: string
  width: number
  height: number
  alt: string
  /** The point to keep in sight when the network crops: 0..1 from the left and from the top. */
  focal?: { x: number; y: number }
}

/** A film on its way to a network. */
export interface Video {
  /** On disk until it is read: send it as it is, never hold its bytes. */
  file: Blob
  type: string
  width: number
  height: number
  seconds: number
  alt: string
  /** The still that stands for it. */
  poster?: Image
}

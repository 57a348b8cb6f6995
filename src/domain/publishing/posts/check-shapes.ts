import { z } from 'zod'
import { id } from '#platform/http/shapes.ts'
import { similarPost } from '../duplicates/api.ts'
import { hintView } from '../hints/api.ts'
import { departureView } from '../media/api.ts'
import { postInput } from './api.ts'

export const checkInput = postInput.extend({
  /** The post itself, when it is kept already: it is not compared with itself. */
  postId: id.optional(),
})

/** What a network would refuse or change, by account: shown in the margin before anything is scheduled. */
export const checkView = z.object({
  channels: z.array(
    z.object({
      channelId: id,
      length: z.number(),
      max: z.number().nullable(),
      /**
       * What follows the post, each as long as the network counts it, which may hold it to another length than posts;
       * `field` is `thread/<i>` or `firstComment`.
       */
      following: z.array(
        z.object({ field: z.string(), length: z.number(), max: z.number().nullable() }),
      ),
      problems: z.array(z.object({ field: z.string(), sentence: z.string() })),
      advice: z.array(z.object({ field: z.string(), sentence: z.string() })),
      /** Where each address of the text will lead, the tags added to it included. */
      links: z.array(z.object({ address: z.string(), target: z.string() })),
      similar: z.array(similarPost),
      pictures: z.array(departureView),
    }),
  ),
  /** What a careful colleague would remark of the words, most useful first. */
  hints: z.array(hintView),
})
export type CheckView = z.infer<typeof checkView>

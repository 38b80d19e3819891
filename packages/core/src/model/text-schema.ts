import * as z from 'zod/mini';

/**
 * A text in several languages: French is always there, other languages are keyed by their BCP 47 code.
 * @example {fr: 'Associations', br: 'Kevredigezhioù', en: 'Associations'}
 */
export const Text = z.catchall(z.object({ fr: z.string() }), z.string());
export type Text = Readonly<z.infer<typeof Text>>;

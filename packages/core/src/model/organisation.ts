import * as z from 'zod/mini';
import { openEnum } from './open-enum.ts';
import { Position } from './position.ts';
import { recordFields } from './source-ref.ts';

/** An address on the web or a way to write: only http(s), mailto and tel are ever made into links. */
export const Link = z.object({ kind: openEnum(['site', 'email', 'phone', 'social']), url: z.string() });
export type Link = Readonly<z.infer<typeof Link>>;

/** An organisation of the social economy. `aliases` are other spellings of its name; `position` is null when unknown. */
export const Organisation = z.object({
  id: z.string(),
  name: z.string(),
  aliases: z._default(z.array(z.string()), []),
  kind: z.nullish(z.string()),
  legalForm: z.nullish(z.string()),
  siren: z.nullish(z.string()),
  /** Territory ids that it belongs to or serves, narrowest first (`commune-29019`, `pole-rich-ess`). */
  territories: z._default(z.array(z.string()), []),
  position: z.nullish(Position),
  /** Name of its town, as written by the source. */
  town: z.nullish(z.string()),
  activities: z._default(z.array(z.string()), []),
  description: z.nullish(z.string()),
  links: z._default(z.array(Link), []),
  ...recordFields,
});
export type Organisation = Readonly<z.infer<typeof Organisation>>;

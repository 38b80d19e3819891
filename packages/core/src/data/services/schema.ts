/** The schema of `services.json`, for tests and `npm run sync`: pages and plugins get the rows without what is said of them. */
import * as z from 'zod/mini';
import type { Service } from './services.ts';

/** A pattern of the syntax that JavaScript and PCRE share: no flags, and groups that PCRE names alike. */
const Pattern = z.string().check(
  z.refine((text) => {
    try {
      return new RegExp(text) instanceof RegExp;
    } catch {
      return false;
    }
  }, 'is no pattern'),
  z.refine((text) => !/\\[pPukQ]|\(\?[^:=!<]|\(\?<[=!]|\[\^\]|\\x01/.test(text), 'is of one engine alone'),
);
const Sentence = z.strictObject({ fr: z.string(), en: z.string() });
const Name = z.catchall(z.object({ fr: z.string() }), z.string());
const Templates = z.array(z.string().check(z.regex(/^(?:\{origin\}|https:\/\/)/)));

const Match = z.strictObject({
  host: z.optional(Pattern),
  but: z.optional(Pattern),
  path: z.optional(Pattern),
  query: z.optional(Pattern),
  hash: z.optional(Pattern),
  isCut: z.optional(z.literal(true)),
  request: z.optional(Templates),
});

const Row = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z\d-]*$/)),
  name: Name,
  kind: z.optional(z.enum(['members', 'events', 'figures'])),
  format: z.optional(z.string()),
  reach: z.enum(['page', 'server', 'key', 'file']),
  button: Sentence,
  match: z.array(Match).check(z.minLength(1)),
  request: z.optional(Templates),
  hosts: z.optional(z.array(z.string())),
  /** Hosts that its own redirect to by design: a plugin's server, which asks listed hosts alone, follows them there. */
  redirects: z.optional(Pattern),
  probe: z.optional(z.string()),
  secret: z.optional(z.array(z.strictObject({ host: z.optional(Pattern), path: Pattern }))),
  /** Where and when the words of the button and the addresses were seen; `†` where no live answer was. */
  seen: z.string().check(z.regex(/, \d{4}-\d{2}(?: †)?$/)),
  note: z.optional(z.string()),
  /** Pasted addresses, with the address or the addresses that are asked; null where a remedy is given alone. */
  examples: z.array(z.tuple([z.string(), z.union([z.string(), z.array(z.string()), z.null()])])).check(z.minLength(1)),
});

/** The whole file. */
export const ServicesFile = z.strictObject({
  /** Sentences by how the data are had, then by host; `{name}` and `{button}` are the service's. That of `page` is for all. */
  sentences: z.record(z.string(), z.looseObject({ page: Sentence })),
  services: z.array(Row),
});

/** A row of the file, with what is said of it. */
export type ServiceRow = z.infer<typeof Row>;

/** Returns a row as pages get it. */
export function shipped({
  redirects: _redirects,
  seen: _seen,
  note: _note,
  examples: _examples,
  ...row
}: ServiceRow): Service {
  return row as Service;
}

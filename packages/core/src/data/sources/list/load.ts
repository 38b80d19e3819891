import * as z from 'zod/mini';
import { EssError } from '../../../errors.ts';
import type { Finding } from '../../../model/index.ts';
import { todayOf } from '../list-dataset.ts';
import { readJson } from '../read.ts';
import type { SourceContext, SourceRequest, SourceResult } from '../source.ts';
import { FIELDS, type Field } from '../table/headers.ts';
import { readList } from '../table/list.ts';
import { tableOfCells } from '../table/of-records.ts';

/** What is read of a list; a server may say more. */
const EssList = z.object({
  kind: z.enum(['members', 'events']),
  zone: z.optional(z.string()),
  /** What the list is called, the host that it comes from, and its licence: empty where they are not told. */
  source: z.object({ title: z.string(), host: z.string(), licence: z.string() }),
  /** Instant at which it was read. */
  read: z.iso.datetime(),
  /** Whether records are missing of those that the source has. */
  isPart: z.optional(z.boolean()),
  /** Fields of `FIELDS`, in the order of the cells. */
  fields: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});

/** Reads a list that a server has reduced. @throws EssError when it is none */
export async function loadList(
  { src, options }: SourceRequest,
  response: Response,
  context: SourceContext,
): Promise<SourceResult> {
  const { success, data, error } = EssList.safeParse(await readJson(response, src));
  if (!success) throw new EssError('schema', `${src} is no list: ${z.prettifyError(error)}`, { url: src });
  const { kind, source, fields, zone, read, isPart } = data;
  const known: readonly string[] = FIELDS[kind];
  const columns = Object.fromEntries(fields.map((field, at) => [at, known.includes(field) ? (field as Field) : null]));
  const title = [source.title, source.host].filter(Boolean).join(', ');
  const facts = {
    ...{ src, kind, columns, options: { ...(zone ? { zone } : {}), ...options } },
    updated: read.slice(0, 10),
    today: todayOf(response),
    ...(title ? { title: source.title || source.host, publisher: { name: title } } : {}),
    ...(source.licence ? { licence: { name: source.licence } } : {}),
  };
  const result = await readList(tableOfCells([fields, ...data.rows]), facts, context);
  return isPart ? { ...result, issues: [part(src, data.rows.length), ...result.issues] } : result;
}

const part = (file: string, count: number): Finding => ({
  ...{ rule: 'truncated', severity: 'warning', certainty: 'certain', where: { file }, found: String(count) },
  message: {
    fr: `Le serveur du site n’a lu qu’une partie de cette source (enregistrements\u202f: ${count})\u202f: d’autres manquent`,
    en: `The site’s server has read only a part of this source (records: ${count}): others are missing`,
  },
});

/** Reading of a list that was saved as delimited text. */
import { responseDay, todayOf } from '../list-dataset.ts';
import type { SourceContext, SourceRequest, SourceResult } from '../source.ts';
import type { ListKind } from '../table/headers.ts';
import { readList } from '../table/list.ts';
import { refusalOf } from '../unreadable.ts';
import { decode } from './decode.ts';
import { readTable } from './parse.ts';

/** Reads a list from what a server answered. @throws EssError when it is none */
export async function loadCsv(
  { src, options }: SourceRequest,
  response: Response,
  context: SourceContext,
  kind?: ListKind,
): Promise<SourceResult> {
  const text = decode(await response.arrayBuffer(), src);
  const refusal = refusalOf(response, text, src);
  if (refusal) throw refusal;
  const told = options?.['kind'];
  const known = kind ?? (told === 'members' || told === 'events' ? told : undefined);
  const list = { src, updated: responseDay(response), today: todayOf(response), kind, options };
  return readList(readTable(text, known), list, context);
}

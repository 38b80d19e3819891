/** Reading of the list in a workbook. */
import { responseDay, todayOf } from '../list-dataset.ts';
import { emptyList } from '../not-text.ts';
import type { SourceContext, SourceRequest, SourceResult } from '../source.ts';
import { readList } from '../table/list.ts';
import { refusalOf } from '../unreadable.ts';
import { readWorkbook, sheetOf, workbookFindings } from './workbook.ts';

/** Reads a list from what a server answered. @throws EssError when it is none */
export async function loadWorkbook(
  { src, options }: SourceRequest,
  response: Response,
  context: SourceContext,
): Promise<SourceResult> {
  const bytes = await response.arrayBuffer();
  // A login page comes under the address of a workbook, as under any other.
  const refusal = refusalOf(response, new TextDecoder().decode(bytes.slice(0, 2_000)), src);
  if (refusal) throw refusal;
  if (bytes.byteLength === 0) throw emptyList(src);
  const workbook = await readWorkbook(bytes, src);
  const sheet = await sheetOf(workbook, src, options?.['sheet'] ?? options?.['table']);
  const list = { src, updated: responseDay(response), today: todayOf(response), options };
  const { dataset, issues, rows } = await readList(sheet.table, list, context);
  const all = [...workbookFindings(src, workbook, sheet), ...issues];
  return { dataset, issues: all, ...(rows ? { rows } : {}) };
}

/** Reading of the list in a workbook. */
import { dayOf, todayOf } from '../list-dataset.ts';
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
  const refusal = refusalOf(response, '', src);
  if (refusal) throw refusal;
  const workbook = await readWorkbook(await response.arrayBuffer(), src);
  const sheet = sheetOf(workbook, src, options?.['sheet']);
  const list = { src, updated: dayOf(response), today: todayOf(response), options };
  const { dataset, issues, rows } = await readList(sheet.table, list, context);
  const all = [...workbookFindings(src, workbook, sheet), ...issues];
  return { dataset, issues: all, ...(rows ? { rows } : {}) };
}

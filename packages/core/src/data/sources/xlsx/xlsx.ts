/** A list of members or of events in a workbook. */
import { MAX_CSV_BYTES } from '../../../reading/index.ts';
import type { Source } from '../source.ts';

/**
 * Source of a workbook's list: of its first sheet that has one, or of the sheet that the option `sheet` or `table` names.
 * @since 0.2.0
 */
export const xlsx: Source = {
  id: 'xlsx',
  title: 'Members or events in a workbook (xlsx, ods)',
  detect: (src, head) => {
    const path = src.split(/[?#]/, 1)[0] ?? '';
    if (/\.(?:xls[xm]|ods)$/i.test(path)) return 0.9;
    // Archives of other kinds begin so too, and their names say what they are.
    return head?.startsWith('PK\u0003\u0004') && !/\.\w{2,5}$/.test(path) ? 0.7 : 0;
  },
  // A table is read cell by cell.
  maxBytes: MAX_CSV_BYTES,
  load: async (request, context) => {
    const [{ loadWorkbook }, response] = await Promise.all([
      import('./load.ts'),
      context.fetch(request.src, { signal: context.signal }),
    ]);
    return loadWorkbook(request, response, context);
  },
};

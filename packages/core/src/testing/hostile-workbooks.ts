/**
 * Workbooks that want to cost time or memory. Each is a whole one, with its `[Content_Types].xml` and its relations, else it
 * would be refused for that; each is at most 64 kB, packed, and has a good list in its first sheet unless it says otherwise.
 */
import { deflateRawSync } from 'node:zlib';
import { cellXml, partsOf } from './workbook.ts';

/** What becomes of such a file: it is read, or refused with a code. */
type Fate = 'read' | 'large' | 'schema' | 'format';

interface HostileWorkbook {
  readonly fate: Fate;
  readonly make: () => ArrayBuffer;
}

/** Bytes of a part once it is unpacked, where the attack is one of size: as many as may be. */
const UNPACKED = 3_900_000;
/** The same, of a part that compresses to a thousandth: 64 kB packed. */
const BOMB = 60_000_000;

const HEADER = `<row r="1">${cellXml('Structure', 'A1')}${cellXml('Commune', 'B1')}</row>`;
const MEMBER = `<row r="2">${cellXml('Kerhea', 'A2')}${cellXml('Brest', 'B2')}</row>`;

const times = (text: string, bytes: number): string => text.repeat(Math.floor(bytes / text.length));
const sheet = (rows: string, around: readonly [before?: string, after?: string] = []): string =>
  `<worksheet>${around[0] ?? ''}<sheetData>${HEADER}${MEMBER}${rows}</sheetData>${around[1] ?? ''}</worksheet>`;

type Parts = Readonly<Record<string, string>>;

/** Returns the parts of a workbook with a list, some of them others. */
const withParts = (parts: Parts): Parts => ({ ...partsOf({ name: 'Liste', rows: [] }), ...parts });
const withSheet = (xml: string): Parts => withParts({ 'xl/worksheets/sheet1.xml': xml });
const withRows = (rows: string): Parts => withSheet(sheet(rows));
const withStrings = (strings: string, rows = ''): Parts =>
  withParts({ 'xl/worksheets/sheet1.xml': sheet(rows), 'xl/sharedStrings.xml': strings });
const withSheets = (count: number, xml: string): Parts => ({
  ...partsOf(...Array.from({ length: count }, (_, at) => ({ name: `Feuille ${at + 1}`, rows: [] }))),
  ...Object.fromEntries(Array.from({ length: count }, (_, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
});

/** How the archive lies about the size of its entries: the size that all of them declare. */
interface Lie {
  readonly declared?: number;
}

/** Returns the archive of parts, packed. */
export function packed(parts: Parts, { declared }: Lie = {}): ArrayBuffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [path, text] of Object.entries(parts)) {
    const [raw, name] = [Buffer.from(text), Buffer.from(path)];
    const body = deflateRawSync(raw, { level: 9 });
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(body.length, 18);
    local.writeUInt32LE(declared ?? raw.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(body.length, 20);
    entry.writeUInt32LE(declared ?? raw.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    bodies.push(local, name, body);
    directory.push(entry, name);
    at += local.length + name.length + body.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(bodies.length / 3, 8);
  end.writeUInt16LE(bodies.length / 3, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...bodies, entries, end])).buffer;
}

const hostile = (fate: Fate, parts: () => Parts, lie?: Lie): HostileWorkbook => ({
  fate,
  make: () => packed(parts(), lie),
});

/** The attacks by name. */
export const HOSTILE_WORKBOOKS: Readonly<Record<string, HostileWorkbook>> = {
  'a cell with fourteen letters': hostile('read', () =>
    withRows('<row r="3"><c r="AAAAAAAAAAAAAA3"><v>1</v></c></row>'),
  ),
  'a cell in row 99,999,999': hostile('read', () => withRows('<row r="99999999"><c r="A99999999"><v>1</v></c></row>')),
  'a cell of another row': hostile('schema', () => withRows('<row r="3"><c r="A99999999"><v>1</v></c></row>')),
  'the farthest cell that is read': hostile('read', () => withRows('<row r="20000"><c r="IV20000"><v>1</v></c></row>')),
  'the farthest cell of a spreadsheet': hostile('read', () =>
    withRows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
  ),
  'rows that are not closed': hostile('large', () => withRows(times('<row r="3" ', UNPACKED))),
  'rows in rows': hostile('read', () => withRows(times('<row>', UNPACKED / 2))),
  'cells that are not closed': hostile('large', () => withRows(times('<c ', UNPACKED))),
  'one cell of a million attributes': hostile('large', () =>
    withRows(`<row r="3"><c ${times('a="" ', UNPACKED)}/></row>`),
  ),
  'an attribute without an end': hostile('large', () => withRows(`<row r="3"><c r="${times('A', UNPACKED)}`)),
  'sheets that are not closed': hostile('large', () =>
    withParts({ 'xl/workbook.xml': `<workbook><sheets>${times('<sheet ', UNPACKED)}` }),
  ),
  'a million empty cells': hostile('large', () => withRows(`<row r="3">${times('<c/>', UNPACKED)}</row>`)),
  'half as many empty cells': hostile('read', () => withRows(`<row r="3">${times('<c/>', UNPACKED / 2)}</row>`)),
  'a million empty rows': hostile('large', () => withRows(times('<row/>', UNPACKED))),
  'cells that are formulas': hostile('large', () =>
    withRows(times(`<row>${'<c><f>1</f></c>'.repeat(250)}</row>`, UNPACKED)),
  ),
  'a third as many formulas': hostile('read', () =>
    withRows(times(`<row>${'<c><f>1</f><v>1</v></c>'.repeat(250)}</row>`, UNPACKED / 3)),
  ),
  'shared texts without end': hostile('large', () => withStrings(`<sst>${times('<si/>', UNPACKED)}</sst>`)),
  'shared texts in shared texts': hostile('schema', () => withStrings(`<sst>${times('<si>', UNPACKED / 4)}</sst>`)),
  'one long text in each cell': hostile('large', () =>
    withStrings(
      `<sst><si><t>${times('texte ', 1_000_000)}</t></si></sst>`,
      times(`<row>${'<c t="s"><v>0</v></c>'.repeat(250)}</row>`, UNPACKED / 2),
    ),
  ),
  'one text of blanks in each cell': hostile('large', () =>
    withStrings(
      `<sst><si><t>${times(' ', 1_000_000)}x</t></si></sst>`,
      times(`<row>${'<c t="s"><v>0</v></c>'.repeat(250)}</row>`, UNPACKED / 2),
    ),
  ),
  entities: hostile('large', () =>
    withRows(`<row r="3"><c r="A3" t="str"><v>${times('&amp;', UNPACKED)}</v></c></row>`),
  ),
  'entities of entities': hostile('read', () =>
    withSheet(
      `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(1_000)}"><!ENTITY b "${'&a;'.repeat(500)}"><!ENTITY c "${'&b;'.repeat(500)}">]>${sheet('<row r="3"><c r="A3" t="str"><v>&c;</v></c></row>')}`,
    ),
  ),
  'a comment without an end': hostile('large', () =>
    withRows(`<row r="3"><c r="A3"><v>1</v></c></row>${times('<!--', UNPACKED / 2)}>`),
  ),
  'a text in a thousand runs': hostile('read', () =>
    withRows(`<row r="3"><c r="A3" t="inlineStr"><is>${times('<r><t>a</t></r>', UNPACKED / 4)}</is></c></row>`),
  ),
  'columns without end': hostile('read', () =>
    withSheet(sheet('', [`<cols>${times('<col min="1" max="16384" width="9"/>', UNPACKED)}</cols>`])),
  ),
  'columns without end among the rows': hostile('schema', () =>
    withRows(`<é:cols>${times('<é:col min="1" max="16384" width="9"/>', UNPACKED / 2)}</é:cols>`),
  ),
  'merged cells of the whole sheet': hostile('read', () =>
    withSheet(sheet('', ['', `<mergeCells>${times('<mergeCell ref="A1:XFD1048576"/>', UNPACKED)}</mergeCells>`])),
  ),
  'links on every cell': hostile('read', () =>
    withSheet(
      sheet('', ['', `<hyperlinks>${times('<hyperlink ref="A1:XFD1048576" location="a"/>', UNPACKED)}</hyperlinks>`]),
    ),
  ),
  'formats without end': hostile('large', () =>
    withParts({
      'xl/worksheets/sheet1.xml': sheet(''),
      'xl/styles.xml': `<styleSheet><cellXfs>${times('<xf/>', UNPACKED)}</cellXfs></styleSheet>`,
    }),
  ),
  'one long format': hostile('large', () =>
    withParts({
      'xl/worksheets/sheet1.xml': sheet(times('<row><c s="0"><v>1</v></c></row>', UNPACKED / 4)),
      'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${times('[h', 1_000_000)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`,
    }),
  ),
  'sixty sheets with a far cell': hostile('large', () =>
    withSheets(60, '<worksheet><sheetData><row r="20000"><c r="IV20000"><v>1</v></c></row></sheetData></worksheet>'),
  ),
  'two hundred and fifty-one sheets': hostile('large', () => withSheets(251, sheet(''))),
  'a thousand names of one sheet': hostile('large', () =>
    withParts({
      'xl/workbook.xml': `<workbook><sheets>${times('<sheet name="A" sheetId="1" r:id="rId1"/>', 200_000)}</sheets></workbook>`,
    }),
  ),
  'relations without end': hostile('large', () =>
    withParts({ 'xl/_rels/workbook.xml.rels': `<Relationships>${times('<Relationship/>', UNPACKED * 3)}` }),
  ),
  'a sheet of sixty megabytes': hostile('large', () => withRows(times(' ', BOMB))),
  'a picture of sixty megabytes': hostile('large', () =>
    withParts({ 'xl/worksheets/sheet1.xml': sheet(''), 'xl/media/image1.png': times('0', BOMB) }),
  ),
  'sixty megabytes that say they are one byte': hostile('format', () => withRows(times(' ', BOMB)), { declared: 1 }),
  'sixty megabytes that say they are none': hostile('format', () => withRows(times(' ', BOMB)), { declared: 0 }),
  'sizes that say they are four gigabytes': hostile('large', () => withRows(''), { declared: 0xffffffff }),
};

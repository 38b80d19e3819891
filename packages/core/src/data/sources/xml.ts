/** Reading of XML without a DOM, which a worker and the command line have not: one pass, no document type, no entity of its own. */
import { EssError } from '../../errors.ts';

/** Calls of a reading. Names are without their prefix. */
interface XmlVisitor {
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  /** A part of a text, its entities being what they stand for: an element may have several. */
  readonly text: (text: string) => void;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Returns a text of XML as it is meant. */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (all, decimal, hex, name) => {
    if (name) return NAMED[name] ?? all;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}

/** Returns an attribute of an element; empty where it has none of that name. */
export function attributeIn(attributes: string, name: string): string {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? [];
  return decoded(double ?? single ?? '');
}

/** Walks over a document. @throws EssError `syntax` for one that is cut */
export function readXml(xml: string, url: string, { open, close, text }: XmlVisitor): void {
  const endOf = (sign: string, from: number): number => {
    const end = xml.indexOf(sign, from);
    if (end < 0) throw new EssError('syntax', `${url} is cut: ${sign} is missing.`, { url });
    return end;
  };
  let at = 0;
  for (let start = xml.indexOf('<'); start >= 0; start = xml.indexOf('<', at)) {
    if (start > at) text(decoded(xml.slice(at, start)));
    if (xml.startsWith('<![CDATA[', start)) {
      const end = endOf(']]>', start);
      text(xml.slice(start + 9, end));
      at = end + 3;
    } else if (xml.startsWith('<!--', start)) at = endOf('-->', start) + 3;
    else {
      const end = endOf('>', start);
      const [, slash, name = '', attributes = ''] =
        /^(\/?)(?:[^\s:>/!?]*:)?([^\s:>/!?]+)([^]*)$/.exec(xml.slice(start + 1, end)) ?? [];
      if (slash) close(name);
      else if (name !== '') {
        open(name, attributes);
        if (attributes.endsWith('/')) close(name);
      }
      at = end + 1;
    }
  }
}

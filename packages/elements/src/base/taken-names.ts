import { dom, pageDocument } from './dom.ts';

/** Returns the names in markup that hide members of the document: what reads them without this module fails. */
export const takenNames = (): readonly string[] =>
  [...dom.querySelectorAll('[name],[id]')]
    .flatMap((one) => ['name', 'id'].map((key) => Element.prototype.getAttribute.call(one, key) ?? ''))
    .filter(
      (name) =>
        name in Document.prototype &&
        Reflect.get(pageDocument(), name) !== Reflect.get(Document.prototype, name, pageDocument()),
    );

/**
 * The document as the browser made it. On the document and on forms, an element's name takes the place of a member: with
 * `<img name="scripts">` in a text, `document.scripts` is the image. Prototypes have what was there before.
 */

/**
 * Returns a node whose members no name in markup can take. They are read and called; it is no node to hand to the browser.
 * @param node gives the node when a member is read: modules are also loaded where there is no document
 */
export const unnamed = <N extends Node>(node: () => N): N =>
  new Proxy({} as N, {
    get: (_target, key) => {
      const value: unknown = Reflect.get(Object.getPrototypeOf(node()), key, node());
      return typeof value === 'function' ? value.bind(node()) : value;
    },
  });

/** Members of the page's document. */
export const dom = unnamed(() => document);

/** Returns the page's document itself, for what takes a node. */
export const pageDocument = (): Document => document;

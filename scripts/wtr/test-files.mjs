/** Beginning of the addresses under which the tests' server keeps the files of a test. */
const FOLDER = '/test-files/';

/**
 * Files that a test hands to the server, `POST /test-files/…`, and its code asks for again, also in a worker: data are read
 * over http alone, never from `blob:`.
 * @returns {import('@web/dev-server-core').Middleware}
 */
export function testFiles() {
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  return async (context, next) => {
    if (!context.path.startsWith(FOLDER)) return next();
    if (context.method === 'POST') {
      const pieces = [];
      for await (const piece of context.req) pieces.push(piece);
      files.set(context.path, Buffer.concat(pieces));
      context.status = 204;
    } else {
      const file = files.get(context.path);
      context.status = file ? 200 : 404;
      context.body = file ?? '';
    }
  };
}

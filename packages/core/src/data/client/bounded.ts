/**
 * Returns the same answer, to be read as it comes: it fails at the limit, as {@link readBody} does, and takes no more
 * from its server.
 */
export function bounded(answer: Response, url: string, maxBytes: number): Response {
  let size = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
    transform: async (piece, controller) => {
      size += piece.byteLength;
      if (size > maxBytes) controller.error((await import('../../reading/refusals.ts')).largeError(url, maxBytes));
      else controller.enqueue(new Uint8Array(piece));
    },
  });
  const { status, headers } = answer;
  return new Response(answer.body?.pipeThrough(counter) ?? null, { status, headers });
}

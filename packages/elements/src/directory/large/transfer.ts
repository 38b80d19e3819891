/** Transfers responses that the page has asked for already to a worker, piece by piece, because Safari transfers no stream. */

/** Ports on which a worker receives responses, by their address. */
export interface Transferred {
  readonly answered: Readonly<Record<string, MessagePort>>;
}

/** A piece of an answer; true for its end, false where it breaks off, or never began. */
type Piece = Uint8Array<ArrayBuffer> | boolean;

/** Begins to transfer responses. */
export function transferResponses(answers: ReadonlyMap<string, Promise<Response>>): Transferred['answered'] {
  const ports = [...answers].map(([url, answer]) => {
    const { port1, port2 } = new MessageChannel();
    const send = (piece: Piece): void => port1.postMessage(piece, typeof piece === 'object' ? [piece.buffer] : []);
    pump(answer, send).catch(() => send(false));
    return [url, port2] as const;
  });
  return Object.fromEntries(ports);
}

async function pump(answer: Promise<Response>, send: (piece: Piece) => void): Promise<void> {
  const { ok, body } = await answer;
  const reader = ok ? body?.getReader() : undefined;
  if (!reader) return send(false);
  for (;;) {
    const { done, value } = await reader.read();
    send(value ?? done);
    if (done) return;
  }
}

/** Receives a response; null where there is none, so that the caller has to ask for it. */
export function receiveResponse(port: MessagePort | undefined): Promise<Response | null> {
  if (!port) return Promise.resolve(null);
  return new Promise((resolve) => {
    let into: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
    port.onmessage = ({ data }: MessageEvent<Piece>) => {
      if (data === false && !into) resolve(null);
      if (data === false) return into?.error(new TypeError('the answer broke off'));
      if (!into) resolve(new Response(new ReadableStream({ start: (own) => void (into = own) })));
      if (data === true) into?.close();
      else into?.enqueue(data);
    };
  });
}

/** Answers that the page has asked for already, handed on to a worker as they come. A stream crosses no worker of Safari. */

/** What a worker is opened with besides: where the answers come in, by their address. */
export interface Transferred {
  readonly answered: Readonly<Record<string, MessagePort>>;
}

/** A piece of an answer; true for its end, false where it breaks off, or never began. */
type Piece = Uint8Array<ArrayBuffer> | boolean;

/** Begins to hand answers on. */
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

/** The answer that comes in somewhere; null where there is none, and whoever wants it has to ask. */
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

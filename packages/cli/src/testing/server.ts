import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answer of a server for tests. */
interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request that a server for tests has received. */
interface Asked {
  readonly method: string;
  readonly url: string;
  readonly host: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server on this machine: its answers may be changed, its requests are kept. */
export interface TestServer {
  readonly origin: string;
  readonly answers: Map<string, Answer | ((asked: Asked) => Answer)>;
  readonly asked: Asked[];
  /** Time of its clock, in ms since 1970: it stands in each answer. */
  time: number;
  readonly close: () => Promise<void>;
}

/** Starts a server that answers by the path of the address; 404 to any other. */
export async function startServer(): Promise<TestServer> {
  const answers: TestServer['answers'] = new Map();
  const asked: Asked[] = [];
  const own = {
    origin: '',
    answers,
    asked,
    time: Date.now(),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one: Asked = { method, url, host: headers.host ?? '', headers, body };
      asked.push(one);
      const answer = answers.get(url) ?? answers.get(url.split('?')[0] ?? '') ?? { status: 404 };
      const { status = 200, headers: sent = {}, body: text = '' } = typeof answer === 'function' ? answer(one) : answer;
      response.writeHead(status, { date: new Date(own.time).toUTCString(), ...sent }).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  own.origin = `http://127.0.0.1:${port}`;
  return own;
}

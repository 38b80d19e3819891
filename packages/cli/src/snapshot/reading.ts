/** The process that reads one source of a snapshot. Its parent gives it the source, and answers its requests. */
import type { Io } from '../io.ts';
import { errorOf, type FromChild, type ServerAnswer, type Task, type ToChild, writtenError } from './messages.ts';
import { readSource } from './sources.ts';

const answers = new Map<number, (answer: ServerAnswer) => void>();
const tell = (message: FromChild): void => void process.send?.(message);

const fetch: Io['fetch'] = async (url, { method, headers, body, redirect }) => {
  const id = answers.size;
  const answer = await new Promise<ServerAnswer>((resolve) => {
    answers.set(id, resolve);
    tell({
      kind: 'fetch',
      id,
      url,
      init: {
        redirect,
        ...(method ? { method } : {}),
        ...(headers ? { headers: [...new Headers(headers)] } : {}),
        ...(body ? { body: String(body) } : {}),
      },
    });
  });
  if ('error' in answer) throw errorOf(answer.error);
  const { url: from, status, headers: told, body: bytes } = answer;
  return Object.defineProperty(new Response(bytes, { status, headers: [...told] }), 'url', { value: from });
};

async function read({ source, options, cwd }: Task): Promise<void> {
  const silent = (): void => undefined;
  const io: Io = { out: silent, err: silent, terminal: { out: false, err: false }, env: {}, cwd, fetch };
  try {
    const { dataset, issues } = await readSource(source, io, options);
    tell({ kind: 'read', result: { dataset: JSON.parse(JSON.stringify(dataset)), issues } });
  } catch (error) {
    tell({ kind: 'failed', error: writtenError(error) });
  }
}

process.on('message', (message: ToChild) => {
  if (message.kind === 'task') void read(message.task);
  else answers.get(message.id)?.(message.answer);
});
// Whoever ends the command ends this too.
process.once('disconnect', () => process.exit());

/** A process that reads a source as no source should: it takes all memory, never ends, or ends without a word. */
import type { ToChild } from '../snapshot/messages.ts';

process.once('message', (message: ToChild) => {
  if (message.kind !== 'task') return;
  const kept: unknown[] = [];
  const { src } = message.task.source;
  while (src !== 'end') if (src === 'memory') kept.push(Array.from({ length: 1_000 }, () => ({})));
  process.exit();
});

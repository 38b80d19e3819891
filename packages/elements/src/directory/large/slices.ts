/** Long work on the page's own thread, in slices: between them the page answers its visitor. */
import type { Engine } from '@ess-widgets/core/directory';
import { answerVisitor } from '../../base/page.ts';

/** The same engine, each answer in a task of its own: neither with another answer, nor with the drawing of the one before. */
export function sliced(engine: Engine): Engine {
  const apart =
    <A extends readonly unknown[], R>(method: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await answerVisitor();
      const answer = await method(...args);
      await answerVisitor();
      return answer;
    };
  return {
    counts: apart(engine.counts),
    page: apart(engine.page),
    clusters: apart(engine.clusters),
    entries: apart(engine.entries),
    find: apart(engine.find),
    rank: apart(engine.rank),
  };
}

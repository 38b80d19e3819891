/**
 * Line by which the runner's client copies a result before it sends it: it throws where a failed assertion holds a DOM
 * node.
 */
const CLONE = 'var target = structuredClone(obj)';

/**
 * Runs in the page: a copy that can be sent, where whatever cannot be cloned is named instead.
 * @param {unknown} value
 * @returns {unknown}
 */
export function sendable(value) {
  try {
    return structuredClone(value);
  } catch {
    if (Array.isArray(value)) return value.map((each) => sendable(each));
    const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
    if (!isPlain) return String(value);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, sendable(each)]));
  }
}

/**
 * Without this, one failed `expect(node).to.equal(other)` keeps the results of its whole file from arriving: the run
 * waits for `testsFinishTimeout` and then says nothing about what failed.
 * @returns {import('@web/dev-server-core').Plugin}
 */
export function reportNodes() {
  return {
    name: 'report-nodes',
    transform(context) {
      if (context.path !== '/__web-dev-server__web-socket.js' || typeof context.body !== 'string') return undefined;
      if (!context.body.includes(CLONE)) throw new Error(`The test runner's client no longer says "${CLONE}".`);
      return { body: `${context.body.replace(CLONE, 'var target = sendable(obj)')}\n${sendable}` };
    },
  };
}

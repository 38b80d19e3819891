/** The part of Mocha's interface that the browser tests use: the test runner provides it as globals. */

interface MochaContext {
  timeout(milliseconds: number): this;
}

type MochaBody = (this: MochaContext) => void | Promise<void>;

declare function describe(title: string, body: () => void): void;
declare function it(title: string, body: MochaBody): void;
declare function before(body: MochaBody): void;
declare function after(body: MochaBody): void;
declare function beforeEach(body: MochaBody): void;
declare function afterEach(body: MochaBody): void;

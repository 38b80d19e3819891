/** Measures one bench for one size, and prints what it found: `main.ts` starts this in a process of its own. */
import { benches } from './benches/all.ts';

const [name, organisations] = process.argv.slice(2);
const bench = benches.find((each) => each.name === name);
if (!bench) throw new TypeError(`there is no bench "${name ?? ''}"`);
console.log(JSON.stringify(await bench.measure(Number(organisations))));

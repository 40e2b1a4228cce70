import { benchCallToPixels } from './call-to-pixels.ts';
import { benchDay } from './day.ts';
import { benchKiosk } from './kiosk.ts';
import { machine } from './measure.ts';
import { benchPhones } from './phones.ts';
import { benchThroughput } from './throughput.ts';
import { benchYear } from './year.ts';

/** `npm run bench`: figures of this machine, to be compared with each other, not with another machine's. */
console.log(machine());
const before = performance.now();
await benchThroughput();
await benchCallToPixels();
await benchDay();
await benchPhones();
await benchKiosk();
await benchYear();
console.log(`\n${Math.round((performance.now() - before) / 1000)} s in all`);
process.exit(0);

import { machine } from './test/bench/measure.ts';
import { benchPhones } from './test/bench/phones.ts';
console.log(machine()); await benchPhones(); process.exit(0);

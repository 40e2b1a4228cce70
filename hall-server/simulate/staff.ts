import type { CounterState, CounterView } from '../../shared/views.ts';
import type { Doors } from './doors.ts';
import type { HallClient } from './hall-client.ts';
import { SimulationRefused } from './refused.ts';

export interface StaffedCounter {
  readonly counter: CounterState;
  readonly client: HallClient<CounterView>;
}

/** The hall's clerks, each with the counter of the same turn. Counters where somebody else works are left alone. */
export async function signClerksIn(
  doors: Doors,
  counters: readonly CounterState[],
): Promise<readonly StaffedCounter[]> {
  // With nobody else at work, a counter still open under its own clerk was left behind: work goes on there.
  const alone = doors.staffConnected === 0;
  const clerks = doors.card.demoAccounts.filter((account) => account.role === 'clerk');
  const signedIn = await Promise.all(
    counters.map(async (counter, turn): Promise<StaffedCounter | null> => {
      const login = clerks[turn]?.login;
      if (login === undefined || (counter.status !== 'closed' && !alone)) return null;
      const { client } = await doors.signIn<CounterView>('counter', login);
      const { counter: own } = client.view();
      if (own !== null && alone) return { counter: own, client };
      if (own === null && counter.status === 'closed') return { counter, client };
      client.close();
      return null;
    }),
  );
  const staffed = signedIn.filter((one) => one !== null);
  if (staffed.length === 0) {
    throw new SimulationRefused('Every counter is taken. Close some at /counter/, or stop what works there.');
  }
  return staffed;
}

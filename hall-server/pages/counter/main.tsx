import { mountPage } from '../../../shared/browser/mount-page.tsx';
import { StaffGate } from '../../../shared/browser/staff/staff-gate.tsx';
import type { CounterView } from '../../../shared/views.ts';
import { CounterPage } from './counter-page.tsx';

mountPage(<StaffGate<CounterView> page="counter">{(signedIn) => <CounterPage {...signedIn} />}</StaffGate>);

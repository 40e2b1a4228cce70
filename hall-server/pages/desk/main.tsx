import { mountPage } from '../../../shared/browser/mount-page.tsx';
import { StaffGate } from '../../../shared/browser/staff/staff-gate.tsx';
import type { DeskView } from '../../../shared/views.ts';
import { DeskPage } from './desk-page.tsx';

mountPage(<StaffGate<DeskView> page="desk">{(signedIn) => <DeskPage {...signedIn} />}</StaffGate>);

import { randomInt } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import { type DeviceAssignment, type DeviceKind, isScreen, screenKinds } from '../../shared/actors.ts';
import type { ApproveDevice, HttpRefusalCode, PairingRequest, PairingState, PendingDevice } from '../../shared/http.ts';
import { DeviceId, type StaffId } from '../../shared/ids.ts';
import type { GlassReport } from '../../shared/protocol.ts';
import type { Accounts, Device } from '../store/accounts.ts';
import { hashToken, newToken } from './tokens.ts';

const codeLastsMs = 10 * 60_000;
const mostPending = 50;
/** No look-alikes: the code is read off a screen and typed by a person. */
const codeSigns = '23456789ACDEFGHJKLMNPRTUVWXY';

interface Pending {
  readonly code: string;
  readonly slot: string;
  readonly kind: DeviceKind;
  readonly address: string;
  readonly glass: GlassReport | null;
  readonly expiresAt: number;
  /** Set by the administrator's approval; handed out once, to whoever holds the secret. */
  readonly deviceId: DeviceId | null;
}

export interface DeviceAccess {
  /** A screen asks to be let in: it is shown a code, or, in a demo hall on the same machine, is paired at once. */
  readonly request: (
    wish: PairingRequest,
    from: { address: string; sameMachine: boolean },
    demo: boolean,
  ) => {
    readonly state: PairingState;
    readonly token: string | null;
  };
  readonly poll: (secret: string) => { readonly state: PairingState; readonly token: string | null };
  readonly pending: () => readonly PendingDevice[];
  readonly approve: (wish: ApproveDevice, by: StaffId) => HttpRefusalCode | null;
  readonly assign: (id: string, name: string, assignment: DeviceAssignment, by: StaffId) => HttpRefusalCode | null;
  readonly revoke: (id: string, by: StaffId) => HttpRefusalCode | null;
  readonly deviceOf: (token: string | null) => Device | null;
  readonly device: (id: string) => Device | null;
}

/** What pairing asks of the rest of the house. */
export interface DeviceParts {
  readonly accounts: Accounts;
  /** UTC ms. */
  readonly now: () => number;
  /** Told which device was reassigned or revoked, so that its socket starts afresh. */
  readonly onChanged: (id: DeviceId) => void;
  /** Whether the farthest seat could read a screen with this glass; by null, one of the usual resolution. */
  readonly isReadable: (assignment: DeviceAssignment, glass: GlassReport | null) => boolean;
  /** What a screen has last told of its glass. */
  readonly glassOf: (id: DeviceId) => GlassReport | null;
}

export function createDeviceAccess({ accounts, now, onChanged, isReadable, glassOf }: DeviceParts): DeviceAccess {
  /** By hash of the secret that the asking screen holds. */
  const pending = new Map<string, Pending>();

  const tidy = () => {
    for (const [key, one] of pending) if (one.expiresAt < now()) pending.delete(key);
  };
  const handOver = (id: DeviceId): string => {
    const token = newToken();
    accounts.pairDevice(id, hashToken(token), now());
    return token;
  };
  const known = (id: string) => accounts.devices().find((device) => device.id === id) ?? null;
  const audit = (by: string, action: string, subject: string) =>
    accounts.audit({ at: now(), actor: by, action, subject, result: 'ok' });

  return {
    request({ slot, kind, wants, glass }, { address, sameMachine }, demo) {
      tidy();
      if (demo && sameMachine) {
        // A name that is none of the demo's devices is a new one, and shows its code like any other.
        const device = accounts
          .devices()
          .find((one) => one.assignment.kind === kind && (wants === null || one.id === wants));
        if (device !== undefined) {
          audit('demo', 'pairDevice', device.id);
          return { state: { state: 'paired', deviceId: device.id, byItself: true }, token: handOver(device.id) };
        }
      }
      if (pending.size >= mostPending) return { state: { state: 'over' }, token: null };
      const secret = newToken();
      const code = Array.from({ length: 6 }, () => codeSigns.charAt(randomInt(codeSigns.length))).join('');
      const expiresAt = now() + codeLastsMs;
      pending.set(hashToken(secret), { code, slot, kind, address, glass, expiresAt, deviceId: null });
      return { state: { state: 'waiting', code, secret, expiresAt }, token: null };
    },
    poll(secret) {
      tidy();
      const key = hashToken(secret);
      const one = pending.get(key);
      if (one === undefined) return { state: { state: 'over' }, token: null };
      if (one.deviceId === null) {
        return { state: { state: 'waiting', code: one.code, secret, expiresAt: one.expiresAt }, token: null };
      }
      pending.delete(key);
      return {
        state: { state: 'paired', deviceId: one.deviceId, byItself: false },
        token: handOver(one.deviceId),
      };
    },
    pending: () => {
      tidy();
      return [...pending.values()]
        .filter((one) => one.deviceId === null)
        .map(({ code, kind, address, glass, expiresAt }) => ({ code, kind, address, glass, expiresAt }));
    },
    approve({ code, name, assignment }, by) {
      tidy();
      const typed = code.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');
      const found = [...pending].find(([, one]) => one.code === typed && one.deviceId === null);
      if (found === undefined) return 'codeOver';
      const [key, one] = found;
      if (one.kind !== assignment.kind && !(isScreenKind(one.kind) && isScreen(assignment))) return 'malformed';
      if (!isReadable(assignment, one.glass)) return 'notReadable';
      const id = DeviceId.parse(uuidV7());
      accounts.saveDevice({ id, name, assignment });
      pending.set(key, { ...one, deviceId: id });
      audit(by, 'approveDevice', id);
      return null;
    },
    assign(id, name, assignment, by) {
      const device = known(id);
      if (device === null) return 'unknownDevice';
      if (!isReadable(assignment, glassOf(device.id))) return 'notReadable';
      accounts.saveDevice({ id: device.id, name, assignment });
      audit(by, 'assignDevice', device.id);
      onChanged(device.id);
      return null;
    },
    revoke(id, by) {
      const device = known(id);
      if (device === null) return 'unknownDevice';
      accounts.unpairDevice(device.id);
      // Approved, but its screen has not come for the token yet: now it never will.
      for (const [key, one] of pending) if (one.deviceId === device.id) pending.delete(key);
      audit(by, 'revokeDevice', device.id);
      onChanged(device.id);
      return null;
    },
    device: known,
    deviceOf: (token) => (token === null ? null : accounts.deviceByToken(hashToken(token))),
  };
}

/** One page draws every screen, so a screen may be given another screen's task. */
function isScreenKind(kind: DeviceKind): boolean {
  return screenKinds.some((screen) => screen === kind);
}

import type Database from 'better-sqlite3';
import { z } from 'zod';
import { DeviceAssignment, Role } from '../../shared/actors.ts';
import { DeviceId, StaffId } from '../../shared/ids.ts';

const StaffAccount = z.object({
  id: StaffId,
  login: z.string(),
  name: z.string(),
  role: Role,
  active: z.number().transform((one) => one === 1),
  /** Scheme, parameters, salt and hash in one string. */
  password: z.string(),
});
export type StaffAccount = z.infer<typeof StaffAccount>;

const Session = z.object({ staff_id: StaffId, page: z.string(), created_at: z.number(), used_at: z.number() });
export interface Session {
  readonly staffId: StaffId;
  readonly page: string;
  readonly createdAt: number;
  readonly usedAt: number;
}

const Device = z.object({
  id: DeviceId,
  name: z.string(),
  assignment: z.string().transform((text) => DeviceAssignment.parse(JSON.parse(text))),
  token_hash: z.string().nullable(),
  paired_at: z.number().nullable(),
  last_seen_at: z.number().nullable(),
});
export interface Device {
  readonly id: DeviceId;
  readonly name: string;
  readonly assignment: DeviceAssignment;
  readonly paired: boolean;
  readonly lastSeenAt: number | null;
}

/** Who may come in. Tokens are stored as hashes only; names and passwords never reach the journal. */
export interface Accounts {
  readonly staff: () => readonly StaffAccount[];
  readonly staffById: (id: StaffId) => StaffAccount | null;
  readonly staffByLogin: (login: string) => StaffAccount | null;
  readonly saveStaff: (account: StaffAccount) => void;
  readonly openSession: (tokenHash: string, session: Session) => void;
  readonly session: (tokenHash: string) => Session | null;
  /** Ends those of the same person for the same page, but this one; answers which. */
  readonly closeOtherSessions: (tokenHash: string, session: Pick<Session, 'staffId' | 'page'>) => readonly string[];
  readonly touchSession: (tokenHash: string, at: number) => void;
  readonly closeSession: (tokenHash: string) => void;
  readonly closeSessionsOf: (id: StaffId) => void;
  readonly devices: () => readonly Device[];
  readonly deviceByToken: (tokenHash: string) => Device | null;
  readonly saveDevice: (device: { id: DeviceId; name: string; assignment: DeviceAssignment }) => void;
  readonly pairDevice: (id: DeviceId, tokenHash: string, at: number) => void;
  readonly unpairDevice: (id: DeviceId) => void;
  readonly seeDevice: (id: DeviceId, at: number) => void;
  /** Ids only: who did what to whom, and how it ended. */
  readonly audit: (entry: {
    at: number;
    actor: string;
    action: string;
    subject: string | null;
    result: string;
  }) => void;
}

export function openAccounts(db: Database.Database): Accounts {
  const allStaff = db.prepare('SELECT * FROM staff ORDER BY login');
  const staffById = db.prepare('SELECT * FROM staff WHERE id = ?');
  const staffByLogin = db.prepare('SELECT * FROM staff WHERE login = ?');
  const saveStaff = db.prepare(`
    INSERT INTO staff (id, login, name, role, active, password) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET login = excluded.login, name = excluded.name, role = excluded.role,
      active = excluded.active, password = excluded.password`);
  const openSession = db.prepare('INSERT INTO sessions VALUES (?, ?, ?, ?, ?)');
  const session = db.prepare('SELECT * FROM sessions WHERE token_hash = ?');
  const touchSession = db.prepare('UPDATE sessions SET used_at = ? WHERE token_hash = ?');
  const closeSession = db.prepare('DELETE FROM sessions WHERE token_hash = ?');
  const closeSessionsOf = db.prepare('DELETE FROM sessions WHERE staff_id = ?');
  const closeOthers = db
    .prepare('DELETE FROM sessions WHERE staff_id = ? AND page = ? AND token_hash <> ? RETURNING token_hash')
    .pluck();
  const allDevices = db.prepare('SELECT * FROM devices ORDER BY rowid');
  const deviceByToken = db.prepare('SELECT * FROM devices WHERE token_hash = ?');
  const saveDevice = db.prepare(`
    INSERT INTO devices (id, name, assignment) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, assignment = excluded.assignment`);
  const pairDevice = db.prepare('UPDATE devices SET token_hash = ?, paired_at = ? WHERE id = ?');
  const unpairDevice = db.prepare('UPDATE devices SET token_hash = NULL, paired_at = NULL WHERE id = ?');
  const seeDevice = db.prepare('UPDATE devices SET last_seen_at = ? WHERE id = ?');
  const audit = db.prepare('INSERT INTO audit (at, actor, action, subject, result) VALUES (?, ?, ?, ?, ?)');

  const oneStaff = (row: unknown) => (row === undefined ? null : StaffAccount.parse(row));
  return {
    staff: () => allStaff.all().map((row) => StaffAccount.parse(row)),
    staffById: (id) => oneStaff(staffById.get(id)),
    staffByLogin: (login) => oneStaff(staffByLogin.get(login)),
    saveStaff: ({ id, login, name, role, active, password }) => {
      saveStaff.run(id, login, name, role, active ? 1 : 0, password);
    },
    openSession: (tokenHash, { staffId, page, createdAt, usedAt }) => {
      openSession.run(tokenHash, staffId, page, createdAt, usedAt);
    },
    session: (tokenHash) => {
      const row = session.get(tokenHash);
      if (row === undefined) return null;
      const { staff_id: staffId, page, created_at: createdAt, used_at: usedAt } = Session.parse(row);
      return { staffId, page, createdAt, usedAt };
    },
    touchSession: (tokenHash, at) => void touchSession.run(at, tokenHash),
    closeSession: (tokenHash) => void closeSession.run(tokenHash),
    closeSessionsOf: (id) => void closeSessionsOf.run(id),
    closeOtherSessions: (tokenHash, { staffId, page }) =>
      closeOthers.all(staffId, page, tokenHash).map((hash) => z.string().parse(hash)),
    devices: () => allDevices.all().map(deviceFromRow),
    deviceByToken: (tokenHash) => {
      const row = deviceByToken.get(tokenHash);
      return row === undefined ? null : deviceFromRow(row);
    },
    saveDevice: ({ id, name, assignment }) => void saveDevice.run(id, name, JSON.stringify(assignment)),
    pairDevice: (id, tokenHash, at) => void pairDevice.run(tokenHash, at, id),
    unpairDevice: (id) => void unpairDevice.run(id),
    seeDevice: (id, at) => void seeDevice.run(at, id),
    audit: ({ at, actor, action, subject, result }) => void audit.run(at, actor, action, subject, result),
  };
}

function deviceFromRow(row: unknown): Device {
  const { id, name, assignment, token_hash, last_seen_at } = Device.parse(row);
  return { id, name, assignment, paired: token_hash !== null, lastSeenAt: last_seen_at };
}

import { v7 as uuidV7 } from 'uuid';
import type { Actor, Role } from '../../shared/actors.ts';
import {
  type HttpRefusalCode,
  type Login,
  type Me,
  rolesOfPage,
  type SaveStaff,
  type StaffPage,
} from '../../shared/http.ts';
import { StaffId } from '../../shared/ids.ts';
import type { Accounts, Session, StaffAccount } from '../store/accounts.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { hashToken, newToken } from './tokens.ts';

const idleMs = 2 * 3_600_000;
const absoluteMs = 12 * 3_600_000;
const touchEveryMs = 60_000;

export function mayUse(role: Role, page: StaffPage): boolean {
  return (rolesOfPage[page] as readonly Role[]).includes(role);
}

/** Failed logins: after three the next try must wait, longer each time; nobody is locked out for good. */
const freeTries = 3;
const longestDelayMs = 60_000;

type Result<Value> = { ok: true; value: Value } | { ok: false; code: HttpRefusalCode };

export interface SignedIn {
  readonly me: Me;
  readonly actor: Extract<Actor, { kind: 'staff' }>;
}

export interface StaffAccess {
  /**
   * A new session for a page; the token goes into that page's cookie. Nobody works at a counter at two machines: there the
   * new session ends the one before, and the counter with whoever stands at it goes along.
   */
  readonly login: (login: Login, address: string) => Promise<Result<{ me: Me; token: string }>>;
  readonly logout: (token: string) => void;
  /** Who a token is, while its session lasts. */
  readonly signedIn: (token: string | null, page: StaffPage) => SignedIn | null;
  /** Whether a session still lasts; asking does not count as using it. */
  readonly lasts: (tokenHash: string) => boolean;
  readonly save: (account: SaveStaff, by: StaffId | null) => Promise<Result<StaffId>>;
}

/** `now`: UTC ms. `onEnded` is told which session, or whose sessions all, have ended, so that their sockets can be cut. */
export function createStaffAccess(
  accounts: Accounts,
  now: () => number,
  onEnded: (ended: { readonly who: StaffId } | { readonly tokenHash: string }) => void,
): StaffAccess {
  const failures = new Map<string, { count: number; until: number }>();

  const delayed = (key: string) => (failures.get(key)?.until ?? 0) > now();
  const failed = (key: string) => {
    if (failures.size > 10_000) failures.clear();
    const count = (failures.get(key)?.count ?? 0) + 1;
    const delay = count < freeTries ? 0 : Math.min(longestDelayMs, 1000 * 2 ** (count - freeTries));
    failures.set(key, { count, until: now() + delay });
  };
  const isOver = ({ usedAt, createdAt }: Session) => now() - usedAt > idleMs || now() - createdAt > absoluteMs;

  return {
    async login({ page, login, password }, address) {
      const keys = [`login:${login.toLowerCase()}`, `address:${address}`];
      if (keys.some(delayed)) return { ok: false, code: 'waitBeforeRetry' };
      const account = accounts.staffByLogin(login);
      const right = await verifyPassword(password, account?.active ? account.password : null);
      // Guesses sent in the same moment were all let in: a wait that began meanwhile holds for them as well.
      if (keys.some(delayed)) return { ok: false, code: 'waitBeforeRetry' };
      if (!right || account === null) {
        for (const key of keys) failed(key);
        accounts.audit({
          at: now(),
          actor: account?.id ?? 'unknown',
          action: 'login',
          subject: page,
          result: 'wrongLogin',
        });
        return { ok: false, code: 'wrongLogin' };
      }
      for (const key of keys) failures.delete(key);
      if (!mayUse(account.role, page)) return { ok: false, code: 'forbidden' };
      const token = newToken();
      const [at, tokenHash] = [now(), hashToken(token)];
      const session = { staffId: account.id, page, createdAt: at, usedAt: at };
      accounts.openSession(tokenHash, session);
      if (page === 'counter') {
        for (const ended of accounts.closeOtherSessions(tokenHash, session)) onEnded({ tokenHash: ended });
      }
      accounts.audit({ at, actor: account.id, action: 'login', subject: page, result: 'ok' });
      return { ok: true, value: { me: meOf(account), token } };
    },
    logout(token) {
      const session = accounts.session(hashToken(token));
      if (session === null) return;
      accounts.closeSession(hashToken(token));
      accounts.audit({ at: now(), actor: session.staffId, action: 'logout', subject: session.page, result: 'ok' });
    },
    signedIn(token, page) {
      if (token === null) return null;
      const session = accounts.session(hashToken(token));
      if (session === null || session.page !== page) return null;
      const account = accounts.staffById(session.staffId);
      if (isOver(session) || account === null || !account.active) {
        accounts.closeSession(hashToken(token));
        return null;
      }
      const at = now();
      if (at - session.usedAt > touchEveryMs) accounts.touchSession(hashToken(token), at);
      return { me: meOf(account), actor: { kind: 'staff', staffId: account.id, role: account.role } };
    },
    lasts(tokenHash) {
      const session = accounts.session(tokenHash);
      return session !== null && !isOver(session);
    },
    async save(wish, by) {
      const present = wish.staffId === null ? null : accounts.staffById(StaffId.parse(wish.staffId));
      if (wish.staffId !== null && present === null) return { ok: false, code: 'notFound' };
      const namesake = accounts.staffByLogin(wish.login);
      if (namesake !== null && namesake.id !== present?.id) return { ok: false, code: 'loginTaken' };
      if (present === null && wish.password === null) return { ok: false, code: 'passwordNeeded' };
      const staysAdministrator = wish.role === 'administrator' && wish.active;
      if (present?.role === 'administrator' && !staysAdministrator && isLastAdministrator(accounts, present)) {
        return { ok: false, code: 'lastAdministrator' };
      }
      const password = wish.password === null ? (present?.password ?? '') : await hashPassword(wish.password);
      const id = present?.id ?? StaffId.parse(uuidV7());
      const { login, name, role, active } = wish;
      accounts.saveStaff({ id, login, name, role, active, password });
      accounts.audit({ at: now(), actor: by ?? 'setup', action: 'saveStaff', subject: id, result: 'ok' });
      // A changed password, role or dismissal takes effect at once.
      if (present !== null && (wish.password !== null || !active || role !== present.role)) {
        accounts.closeSessionsOf(id);
        onEnded({ who: id });
      }
      return { ok: true, value: id };
    },
  };
}

function isLastAdministrator(accounts: Accounts, one: StaffAccount): boolean {
  return !accounts.staff().some((other) => other.id !== one.id && other.active && other.role === 'administrator');
}

function meOf({ id, name, role }: StaffAccount): Me {
  return { staffId: id, name, role };
}

import type { DevicePage } from './window-plan.ts';

// What the first page of a box and its shell say to each other.

/** Heard on the network. */
export interface FoundHall {
  readonly name: string;
  readonly address: string;
}

export type Tried =
  /** A hall, and its certificate is trusted by this machine (or it has none, on http). */
  | { readonly outcome: 'hall'; readonly address: string; readonly encrypted: boolean }
  /** A server with a certificate nobody vouches for: a person compares the fingerprint. */
  | { readonly outcome: 'unknownCertificate'; readonly address: string; readonly fingerprint: string }
  /** A certificate for another name, or not in force today: the server or this box's clock is set wrong. */
  | { readonly outcome: 'wrongCertificate'; readonly address: string }
  | { readonly outcome: 'noHall' };

export interface FirstStart {
  /** Which pages this product can show; one is chosen by itself. */
  readonly choices: readonly DevicePage[];
  readonly halls: readonly FoundHall[];
  /** Whether this page was reached by the staff's one-time code, so that the shell may also be closed. */
  readonly byStaff: boolean;
}

export type StaffCodeAnswer = 'right' | 'wrong' | 'unreachable';

/** What our own pages may ask of the shell: `window.clearcallOwn`. */
export interface OwnPageShell {
  readonly firstStart: () => Promise<FirstStart>;
  readonly tryHall: (typed: string) => Promise<Tried>;
  /** Takes the hall that was tried last, with the certificate it showed. */
  readonly takeHall: (page: DevicePage) => Promise<void>;
  readonly staffCode: (code: string) => Promise<StaffCodeAnswer>;
  readonly back: () => void;
  readonly leave: () => void;
}

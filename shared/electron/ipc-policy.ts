import { type HallOrigin, isOwnPage, mayNavigate } from './navigation-policy.ts';

/** Everything a page can say to its shell, and which pages may: the hall's, or our own. */
export const channels = {
  /** The page has painted a frame just now. */
  alive: { name: 'clearcall:alive', from: ['hall', 'own'] },
  /** Somebody has tapped the hidden corner. */
  corner: { name: 'clearcall:corner', from: ['hall', 'own'] },
  print: { name: 'clearcall:print', from: ['hall'] },
  firstStart: { name: 'clearcall:first-start', from: ['own'] },
  tryHall: { name: 'clearcall:try-hall', from: ['own'] },
  takeHall: { name: 'clearcall:take-hall', from: ['own'] },
  staffCode: { name: 'clearcall:staff-code', from: ['own'] },
  back: { name: 'clearcall:back', from: ['own'] },
  leave: { name: 'clearcall:leave', from: ['own'] },
} as const satisfies Record<string, { name: string; from: readonly ('hall' | 'own')[] }>;
export type Channel = keyof typeof channels;

/** The frame a message came from; null when it is gone already. */
export type Sender = { readonly url: string; readonly isTop: boolean } | null;

/** Whether a message is listened to: from the top frame of a page of the right kind, told by its parsed address. */
export function maySend(channel: Channel, sender: Sender, hall: HallOrigin | null): boolean {
  if (sender === null || !sender.isTop) return false;
  const from: readonly string[] = channels[channel].from;
  return (from.includes('own') && isOwnPage(sender.url)) || (from.includes('hall') && mayNavigate(sender.url, hall));
}

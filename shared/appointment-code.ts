import { z } from 'zod';

/** Eight digits: found on every keypad, said alike in every language, no two of them look alike in print. */
export const AppointmentCode = z.string().regex(/^\d{8}$/);

/** What somebody typed or a scanner read, as a code: ' 4821-7735' -> '48217735'. Full-width digits count. `null` when it cannot be one. */
export function parseAppointmentCode(typed: string): string | null {
  const plain = typed.normalize('NFKC').replaceAll(/[\s-]/g, '');
  return AppointmentCode.safeParse(plain).success ? plain : null;
}

/** '48217735' -> '4821 7735': as it is shown and read out. */
export function showAppointmentCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

import { createHash, createHmac } from 'node:crypto';
import type { OfficerNo } from '../shared/diary.ts';
import type { AppointmentId, TicketId } from '../shared/ids.ts';

/** Base 32 without I, L, O and U: no look-alikes, and a QR code's dense upper-case mode. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export interface TicketLinks {
  /** 128 bits as 26 characters. Worked out, not stored: a copied table of hashes opens no ticket. */
  readonly linkOf: (id: TicketId) => string;
  /** Four digits on the slip: with the number they prove the slip at a rating kiosk. */
  readonly codeOf: (id: TicketId) => string;
  readonly hashOf: (link: string) => string;
  /** The n-th invitation of an experience officer: as long, and worked out in the same way. */
  readonly officerLinkOf: (no: OfficerNo, linkNo: number) => string;
  /** Eight digits that check an appointment in. */
  readonly appointmentCodeOf: (id: AppointmentId) => string;
  /** Keyed: eight digits alone would be tried through in a second. */
  readonly hashOfAppointmentCode: (code: string) => string;
  /** What a cookie that counts bookings is signed with. */
  readonly signatureOf: (text: string) => string;
}

export function createTicketLinks(key: Buffer): TicketLinks {
  const keyed = (purpose: string, id: string) => createHmac('sha256', key).update(`${purpose}:${id}`).digest();
  return {
    linkOf: (id) => base32(keyed('link', id).subarray(0, 16)),
    officerLinkOf: (no, linkNo) => base32(keyed('officer', `${no}:${linkNo}`).subarray(0, 16)),
    codeOf: (id) => String(keyed('code', id).readUInt32BE(0) % 10_000).padStart(4, '0'),
    appointmentCodeOf: (id) => String(keyed('appointment', id).readUIntBE(0, 6) % 10 ** 8).padStart(8, '0'),
    hashOfAppointmentCode: (code) => keyed('appointment code', code).toString('hex'),
    signatureOf: (text) => keyed('cookie', text).toString('base64url'),
    hashOf: (link) => createHash('sha256').update(link).digest('hex'),
  };
}

function base32(bytes: Buffer): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let digits = Math.ceil((bytes.length * 8) / 5); digits > 0; digits -= 1) {
    text = alphabet.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return text;
}

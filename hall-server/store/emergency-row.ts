import type Database from 'better-sqlite3';
import { z } from 'zod';
import { DeviceId, EmergencyMessageId } from '../../shared/ids.ts';
import type { Emergency } from '../queue/state.ts';

const Row = z.object({ message_id: EmergencyMessageId, devices: z.string().nullable(), since: z.number() });

/** @throws ZodError when the row cannot be an emergency */
export function loadEmergency(db: Database.Database): Emergency | null {
  const found = db.prepare('SELECT message_id, devices, since FROM emergency').get();
  if (found === undefined) return null;
  const { message_id, devices, since } = Row.parse(found);
  return {
    messageId: message_id,
    devices: devices === null ? null : z.array(DeviceId).parse(JSON.parse(devices)),
    since,
  };
}

/** Writes what is shown now, if anything is. */
export function emergencyWriter(db: Database.Database): (emergency: Emergency | null) => void {
  const clear = db.prepare('DELETE FROM emergency');
  const insert = db.prepare('INSERT INTO emergency (only, message_id, devices, since) VALUES (1, ?, ?, ?)');
  return (emergency) => {
    clear.run();
    if (emergency === null) return;
    const { messageId, devices, since } = emergency;
    insert.run(messageId, devices && JSON.stringify(devices), since);
  };
}

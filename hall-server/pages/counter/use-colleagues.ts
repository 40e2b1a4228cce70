import { useEffect, useState } from 'react';
import { ask } from '../../../shared/browser/ask.ts';
import type { Colleague } from '../../../shared/http.ts';
import type { StaffId } from '../../../shared/ids.ts';

export type NameOf = (staffId: StaffId) => string | null;

/** Names of those whom the page mentions; asked for when somebody is mentioned who is not known yet. */
export function useColleagues(mentioned: readonly (StaffId | null | undefined)[]): NameOf {
  const [names, setNames] = useState<ReadonlyMap<StaffId, string>>(new Map());
  const unknown = mentioned.find((one) => one != null && !names.has(one)) ?? null;
  useEffect(() => {
    if (unknown === null) return;
    void ask<readonly Colleague[]>('/api/colleagues').then((asked) => {
      if (asked.ok) setNames(new Map(asked.answer.map(({ staffId, name }) => [staffId, name])));
    });
  }, [unknown]);
  return (staffId) => names.get(staffId) ?? null;
}

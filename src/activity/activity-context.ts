import { createContext, useContext, useEffect, useState } from 'react';
import { useSignedIn } from '#session';
import type { ActivityJournal } from './journal.ts';
import type { Outbox } from './outbox.ts';
import type { ActivityRecord } from './record.ts';
import { tenantHash } from './tenant-hash.ts';

export type ActivityServices = { readonly journal: ActivityJournal; readonly outbox: Outbox };

export const ActivityContext = createContext<ActivityServices | null>(null);

/** @throws outside the provider in `app/` */
export function useActivityServices(): ActivityServices {
  const services = useContext(ActivityContext);
  if (!services) throw new Error('useActivityServices needs ActivityContext');
  return services;
}

/** The signed-in tenant's records, newest first; null until they are read. */
export function useActivity(): readonly ActivityRecord[] | null {
  const { journal } = useActivityServices();
  const { tenant } = useSignedIn();
  const hash = tenantHash(tenant);
  const [records, setRecords] = useState<readonly ActivityRecord[] | null>(() => journal.known(hash));
  useEffect(() => {
    let current = true;
    const read = () =>
      void journal.list(hash).then((list) => {
        if (current) setRecords(list);
      });
    read();
    const unsubscribe = journal.subscribe(read);
    return () => {
      current = false;
      unsubscribe();
    };
  }, [journal, hash]);
  return records;
}

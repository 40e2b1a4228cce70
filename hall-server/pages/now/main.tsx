import { connectHall, type HallConnection } from '../../../shared/browser/hall-connection.ts';
import { mountPage } from '../../../shared/browser/mount-page.tsx';
import { useHall } from '../../../shared/browser/use-hall.ts';
import type { NowView } from '../../../shared/views.ts';
import { Asking, NowPage } from './now-page.tsx';

function Now({ connection }: { connection: HallConnection<NowView> }) {
  const { view, link, heardAt } = useHall(connection);
  if (view === null) return <Asking onRetry={connection.retry} />;
  return <NowPage view={view} link={link} heardAt={heardAt} />;
}

mountPage(<Now connection={connectHall<NowView>({ audience: 'public' })} />);

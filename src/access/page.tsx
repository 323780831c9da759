import { usePath } from '#router';
import { doorIn } from '#routes';
import { DoorPage } from './door-page.tsx';
import { DoorsPage } from './doors-page.tsx';

/** The list of doors, or the page of one. */
export default function AccessPages() {
  const path = usePath();
  const doorId = doorIn(path);
  return doorId === null ? <DoorsPage /> : <DoorPage key={doorId} doorId={doorId} />;
}

import { Route, Switch } from 'wouter';
import { routes } from '#routes';
import { DoorPage } from './door-page.tsx';
import { DoorsPage } from './doors-page.tsx';

/** The list of doors and the page of one. */
export default function AccessPages() {
  return (
    <Switch>
      <Route path={routes.doors} component={DoorsPage} />
      <Route path={routes.door}>{({ doorId }) => <DoorPage key={doorId} doorId={doorId} />}</Route>
    </Switch>
  );
}

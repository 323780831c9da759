import { Route, Switch } from 'wouter';
import { DoorPage } from './door-page.tsx';
import { DoorsPage } from './doors-page.tsx';

/** The list of doors and the page of one. */
export default function AccessPages() {
  return (
    <Switch>
      <Route path="/doors" component={DoorsPage} />
      <Route path="/doors/:doorId">{({ doorId }) => <DoorPage key={doorId} doorId={doorId} />}</Route>
    </Switch>
  );
}

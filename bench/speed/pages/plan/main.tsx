import '../../../../src/ui/styles/tokens.css';
import '../../../../src/ui/styles/base.css';
import '../../../../src/ui/styles/parts.css';
import './plan-page.css';
import { createRoot } from 'react-dom/client';
import { Plan } from '../../../../src/demo/plan/plan.tsx';
import { createDemoTime } from '../../../../src/demo/time.ts';
import { createFacility } from '../../../../src/facility/index.ts';

/* The plan alone: `?tenant=` selects the tenant, `?doors=` limits the number of units and the number of entry points. */

const asked = new URLSearchParams(location.search);
const tenantId = asked.get('tenant') ?? 'tenant_ten_thousand';
const doors = Number(asked.get('doors') ?? Number.POSITIVE_INFINITY);
/** Noon in Denver on a working day. */
const NOON = Date.parse('2026-02-13T19:00:00Z');

const host = {
  now: () => Date.now(),
  setTimer(run: () => void, ms: number) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
const time = createDemoTime(Number(asked.get('at') ?? NOON), host);
const facility = createFacility({ now: time.now, setTimer: time.setTimer });
for (const tenant of facility.world.tenants) {
  if (tenant.id !== tenantId) continue;
  tenant.units = tenant.units.slice(0, doors);
  tenant.entryPoints = tenant.entryPoints.slice(0, doors);
}
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <main className="plan-page">
      <Plan facility={facility} time={time} tenants={[tenantId]} />
    </main>,
  );
}

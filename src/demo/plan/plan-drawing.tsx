import { memo, useSyncExternalStore } from 'react';
import { BlockDrawing, LightBlockDrawing } from './block-drawing.tsx';
import type { DetailStore } from './detail-store.ts';
import { FarDoors } from './far-drawing.tsx';
import type { Point } from './geometry.ts';
import type { PlanLayout } from './layout.ts';
import { blocksOf, type SiteLayout } from './layout-site.ts';
import type { Light } from './light.ts';
import { Marker } from './marker.tsx';
import { planTitle } from './plan-messages.ts';
import type { PlanModel, PlanSite } from './plan-model.ts';
import { asGroup } from './roles.ts';
import { SiteGround, sizes } from './site-drawing.tsx';

type Props = {
  readonly model: PlanModel;
  readonly layout: PlanLayout;
  readonly detailStore: DetailStore;
  readonly light: Light;
  readonly at: Point | undefined;
};

/** The drawing at scale 1. */
export function PlanDrawing({ model, layout, detailStore, light, at }: Props) {
  const { width, height, sites, streets } = layout;
  const kind = useSyncExternalStore(detailStore.subscribe, () => detailStore.detail().kind);
  const standsAt = model.standsAt;
  const door =
    standsAt === null ? undefined : model.sites.find(({ doors }) => doors.has(standsAt))?.doors.get(standsAt);
  return (
    <svg
      className="plan-svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-label={planTitle(sites.map(({ name }) => name))}
      {...asGroup}
      data-light={light.kind}
      data-detail={kind}
    >
      {streets.map((street) => (
        <g key={`${street.x} ${street.y}`}>
          <rect className="plan-road" {...sizes(street)} />
          <path className="plan-lane" d={`M${street.x} ${street.y + street.height / 2}h${street.width}`} />
        </g>
      ))}
      {sites.map((site, nth) => {
        const planSite = model.sites[nth];
        return planSite && <SiteDrawing key={site.id} layout={site} site={planSite} isLarge={kind !== 'all'} />;
      })}
      <NearDoors detailStore={detailStore} sites={model.sites} />
      {at && <Marker at={at} door={door?.name ?? null} />}
    </svg>
  );
}

type NearProps = { readonly detailStore: DetailStore; readonly sites: readonly PlanSite[] };

/** A separate component, because it may render in each frame. */
const NearDoors = memo(function NearDoors({ detailStore, sites }: NearProps) {
  const detail = useSyncExternalStore(detailStore.subscribe, detailStore.detail);
  if (detail.kind !== 'near') return null;
  return detail.blocks.map(({ site, block }) => {
    const planSite = sites[site];
    return planSite && <LightBlockDrawing key={block.id} block={block} doors={planSite.doors} />;
  });
});

type SiteProps = { readonly layout: SiteLayout; readonly site: PlanSite; readonly isLarge: boolean };

/** A site; when it is large, without the doors in detail. */
const SiteDrawing = memo(function SiteDrawing({ layout, site, isLarge }: SiteProps) {
  return (
    <>
      <SiteGround site={layout} />
      {isLarge ? (
        <FarDoors site={layout} doors={site.doors} />
      ) : (
        blocksOf(layout).map((block) => <BlockDrawing key={block.id} block={block} doors={site.doors} />)
      )}
    </>
  );
});

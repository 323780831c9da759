import './activity.css';
import { useConfig } from '#config';
import { dayAndTime, useSignedInMessages } from '#i18n';
import { useRateLimit } from '#notices';
import { useSignedIn } from '#session';
import { useSystem } from '#systems';
import { Button, CheckIcon, ClockIcon, CrossIcon, Page, QuestionIcon, StatusLine, useSecondsUntil } from '#ui';
import { useActivity, useActivityServices } from './activity-context.ts';
import type { ActivityRecord, RecordedOutcome } from './record.ts';

/** The history of presses with their outcomes and the state of their reports. */
export default function ActivityPage() {
  const t = useSignedInMessages();
  const { brand } = useConfig();
  const { outbox } = useActivityServices();
  const { reports } = useSystem();
  const { tenant } = useSignedIn();
  const records = useActivity();
  const isLimited = useSecondsUntil(useRateLimit(reports?.scope(tenant.id) ?? null)) > 0;
  const unsent = records?.filter((record) => record.report.kind === 'due').length ?? 0;
  const title = t.activityPage.title;
  return (
    <Page title={title} documentTitle={t.app.documentTitle({ page: title, brand: brand.name })}>
      <p className="soft">{t.activityPage.intro}</p>
      <StatusLine>
        {records === null ? t.activityPage.loading : unsent > 0 ? t.activityPage.unsent({ count: unsent }) : null}
      </StatusLine>
      {unsent > 0 ? (
        <Button variant="secondary" disabled={isLimited} onClick={() => void outbox.flush({ ignorePause: true })}>
          {t.activityPage.sendNow}
        </Button>
      ) : null}
      {records?.length === 0 ? (
        <div className="empty">
          <ClockIcon />
          <h2>{t.activityPage.emptyTitle}</h2>
          <p className="soft">{t.activityPage.emptyBody}</p>
        </div>
      ) : (
        <ul className="events">
          {records?.map((record) => (
            <Event key={record.id} record={record} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Event({ record }: { readonly record: ActivityRecord }) {
  const t = useSignedInMessages();
  const { report, outcome } = record;
  const tone = toneOf(outcome);
  const Mark = outcome.kind === 'pending' ? ClockIcon : MARKS[tone];
  const reportText = report.kind === 'none' ? null : t.activityPage.reports[report.kind];
  return (
    <li className="event" data-tone={tone}>
      <span className="event-mark">
        <Mark />
      </span>
      <div className="event-text">
        <p className="cut">
          <strong>{t.activityPage.outcomes[outcome.kind]}</strong> ·{' '}
          <bdi className="event-door">{record.doorName ?? t.activityPage.unnamed}</bdi>
        </p>
        <p className="soft small">
          <time dateTime={record.happenedAt}>{dayAndTime(Date.parse(record.happenedAt))}</time>
          {reportText === null ? null : ` · ${reportText}`}
        </p>
      </div>
    </li>
  );
}

const MARKS = { good: CheckIcon, bad: CrossIcon, unsure: QuestionIcon } as const;

function toneOf(outcome: RecordedOutcome): keyof typeof MARKS {
  switch (outcome.kind) {
    case 'opened':
    case 'already-open':
      return 'good';
    case 'pending':
    case 'unknown':
    case 'not-sent':
      return 'unsure';
    default:
      return 'bad';
  }
}

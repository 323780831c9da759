import './phone-frame.css';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Director } from '../director/director.ts';
import type { Phone, PhoneNotice } from '../phone/phone.ts';
import { useSnapshot } from './use-snapshot.ts';

type Props = { readonly director: Director; readonly onTouch: () => void };

/** The phone: the real app in a frame, and the phone's own notices on top. */
export function PhoneFrame({ director, onTouch }: Props) {
  const demoId = useSnapshot(director, director.demoId);
  const progress = useSnapshot(director, director.progress);
  const touch = useSnapshot(director, director.touch);
  const { phone } = director.demo();
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => phone.onTouch(onTouch), [phone, onTouch]);
  return (
    <section className="demo-phone" aria-label="The tenant’s phone">
      <div className="demo-screen">
        {/* Keys have prefixes: with plain numbers a touch could get the key of the frame. */}
        <iframe
          key={`frame ${demoId}`}
          title="The app on the phone"
          className="demo-frame"
          data-demo-id={demoId}
          src="phone/#/"
          ref={frame}
        />
        {progress.kind === 'preparing' ? <p className="demo-curtain">Getting ready…</p> : null}
        {touch ? (
          <span key={`touch ${touch.nth}`} className="demo-touch" style={{ left: touch.x, top: touch.y }} />
        ) : null}
        <Notice key={`notice ${demoId}`} phone={phone} onTouch={onTouch} onLeave={() => frame.current?.focus()} />
      </div>
    </section>
  );
}

type NoticeProps = {
  readonly phone: Phone;
  readonly onTouch: () => void;
  /** Moves the focus when the buttons are removed. */
  readonly onLeave: () => void;
};

function Notice({ phone, onTouch, onLeave }: NoticeProps) {
  const press = (then: () => void) => () => {
    onTouch();
    then();
    onLeave();
  };
  const notice = useSyncExternalStore(phone.subscribe, phone.notice);
  return (
    <div className="demo-notices" role="status">
      {notice === null ? null : (
        <div className="demo-notice">
          <p className="demo-notice-from">{notice.kind === 'message' ? 'Messages · now' : 'The phone'}</p>
          <p>{textOf(notice)}</p>
          <div className="demo-notice-buttons">
            {notice.kind === 'message' && notice.code !== null ? (
              <button type="button" className="button button-primary demo-button" onClick={press(phone.tapNotice)}>
                Fill in {notice.code}
              </button>
            ) : null}
            <button type="button" className="button button-secondary demo-button" onClick={press(phone.dismissNotice)}>
              Dismiss
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

const LEAVING: readonly (readonly [scheme: string, verb: string])[] = [
  ['tel:', 'would call'],
  ['sms:', 'would write a text message to'],
  ['mailto:', 'would write an e-mail to'],
];

function textOf(notice: PhoneNotice): string {
  if (notice.kind === 'message') return notice.text;
  const { href } = notice;
  const [scheme, verb] = LEAVING.find(([one]) => href.startsWith(one)) ?? ['', 'would open'];
  return `Here the phone ${verb} ${decodeURIComponent(href.slice(scheme.length))}`;
}
